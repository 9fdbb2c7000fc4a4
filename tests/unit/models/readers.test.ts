import { appendFileSync, readFileSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { ReadTarget } from '../../../server/models/assemble';
import { readKerasHdf5 } from '../../../server/models/readers/keras-hdf5';
import { readSafetensors } from '../../../server/models/readers/safetensors';
import { readTfjsManifest } from '../../../server/models/readers/tfjs-manifest';
import type { Convolution, Network } from '../../../server/style/network';
import { tempDir } from '../../fixtures/temp-dir';
import {
  biasValue,
  kernelValue,
  tinyArchitecture,
  tinyMetadata,
  tinyTensors,
  writeKerasHdf5,
  writeSafetensors,
  writeTfjsManifest,
  type TinyTensor,
} from '../../fixtures/weights';

const target: ReadTarget = { id: 'compact', architecture: tinyArchitecture };

interface Format {
  name: string;
  tensors: () => TinyTensor[];
  write: (dir: string, tensors: TinyTensor[]) => string | Promise<string>;
  read: (path: string, target: ReadTarget) => Promise<Network>;
}

const tfjsTensors = (): TinyTensor[] => tinyTensors('HWIO', (layer, kind) => `${layer}/${kind}`);
const safeTensors = (): TinyTensor[] =>
  tinyTensors('OIHW', (layer, kind) => `${layer}.${kind === 'kernel' ? 'weight' : 'bias'}`);
const kerasTensors = (): TinyTensor[] =>
  tinyTensors('HWIO', (layer, kind) => `${layer}/${layer}_${kind === 'kernel' ? 'W' : 'b'}_1:0`);

const formats: Format[] = [
  {
    name: 'tfjs manifest, uint8',
    tensors: tfjsTensors,
    write: (dir, tensors) => writeTfjsManifest(dir, tensors, true),
    read: readTfjsManifest,
  },
  {
    name: 'tfjs manifest, float32',
    tensors: tfjsTensors,
    write: (dir, tensors) => writeTfjsManifest(dir, tensors, false),
    read: readTfjsManifest,
  },
  { name: 'Keras HDF5', tensors: kerasTensors, write: writeKerasHdf5, read: readKerasHdf5 },
  {
    name: 'safetensors, F32',
    tensors: safeTensors,
    write: (dir, tensors) => writeSafetensors(dir, tensors, 'F32'),
    read: readSafetensors,
  },
  {
    name: 'safetensors, F16',
    tensors: safeTensors,
    write: (dir, tensors) => writeSafetensors(dir, tensors, 'F16'),
    read: readSafetensors,
  },
];

function refusal(reason: RegExp): object {
  return expect.objectContaining({
    name: 'AppError',
    code: 'weights-refused',
    message: expect.stringMatching(reason),
    userMessage: expect.stringMatching(/nothing of it was loaded/),
  });
}

describe.each(formats)('reading weights: $name', ({ tensors, write, read }) => {
  it('gives every kernel in OIHW and every bias', async () => {
    const network = await read(await write(tempDir(), tensors()), target);
    expect(network.id).toBe('compact');
    expect(network.preprocessing).toEqual(tinyArchitecture.preprocessing);
    expect(network.operations.map((operation) => operation.kind)).toEqual([
      'convolution',
      'pooling',
      'convolution',
      'convolution',
    ]);
    const convolutions = network.operations.filter((o): o is Convolution => o.kind === 'convolution');
    expect(convolutions.map(({ name }) => name)).toEqual(['block1_conv1', 'block2_conv1', 'block2_conv2']);
    for (const { inChannels, outChannels, weight, bias } of convolutions) {
      const expected: number[] = [];
      for (let o = 0; o < outChannels; o++)
        for (let i = 0; i < inChannels; i++)
          for (let y = 0; y < 3; y++) for (let x = 0; x < 3; x++) expected.push(kernelValue(o, i, y, x));
      expect([...weight]).toEqual(expected);
      expect([...bias]).toEqual(Array.from({ length: outChannels }, (_, o) => biasValue(o)));
    }
  });

  it('ignores tensors that the architecture does not have', async () => {
    const more = [...tensors()];
    const last = more[more.length - 1];
    const name = last.name.replaceAll('block2_conv2', 'predictions');
    expect(name).not.toBe(last.name);
    more.push({ ...more[more.length - 2], name: `${name}k` }, { ...last, name });
    const network = await read(await write(tempDir(), more), target);
    expect(network.operations).toHaveLength(4);
  });

  it('refuses a file that lacks a tensor', async () => {
    const some = tensors().slice(0, -1);
    await expect(read(await write(tempDir(), some), target)).rejects.toEqual(refusal(/lacks .*block2_conv2/));
  });

  it('refuses a tensor of another shape', async () => {
    const wrong = tensors();
    const kernel = wrong[2];
    // The same number of values, so that only the shape can give it away.
    wrong[2] = { ...kernel, shape: kernel.shape.toReversed() };
    await expect(read(await write(tempDir(), wrong), target)).rejects.toEqual(
      refusal(/wrong shape for the kernel of block2_conv1/),
    );
  });

  it('refuses a file that is not there', async () => {
    await expect(read(join(tempDir(), 'nothing'), target)).rejects.toEqual(refusal(/nothing/));
  });

  it('refuses a file of another kind', async () => {
    const path = join(tempDir(), 'weights');
    writeFileSync(path, 'These are not weights at all, whatever their name says.');
    await expect(read(path, target)).rejects.toEqual(refusal(/weights/));
  });
});

describe('reading a tfjs manifest', () => {
  test('a shard that is cut off is refused', async () => {
    const dir = tempDir();
    const path = writeTfjsManifest(dir, tfjsTensors(), true);
    truncateSync(join(dir, 'weights.2of2.bin'), 10);
    await expect(readTfjsManifest(path, target)).rejects.toEqual(refusal(/where 31 bytes are present/));
  });

  test('a shard that is too long is refused', async () => {
    const dir = tempDir();
    const path = writeTfjsManifest(dir, tfjsTensors(), true);
    appendFileSync(join(dir, 'weights.2of2.bin'), 'x');
    await expect(readTfjsManifest(path, target)).rejects.toEqual(refusal(/bytes are present/));
  });

  test('a missing shard is refused', async () => {
    const dir = tempDir();
    const path = writeTfjsManifest(dir, tfjsTensors(), true);
    unlinkSync(join(dir, 'weights.1of2.bin'));
    await expect(readTfjsManifest(path, target)).rejects.toEqual(
      refusal(/weights\.1of2\.bin cannot be read/),
    );
  });

  test('a shard outside the folder is refused', async () => {
    const dir = tempDir();
    const path = writeTfjsManifest(dir, tfjsTensors(), true);
    writeFileSync(path, readFileSync(path, 'utf8').replace('weights.1of2', '../weights.1of2'));
    await expect(readTfjsManifest(path, target)).rejects.toEqual(refusal(/not a weights manifest/));
  });
});

describe('reading Keras HDF5', () => {
  test('a file that is cut off is refused', async () => {
    const path = await writeKerasHdf5(tempDir(), kerasTensors());
    truncateSync(path, Math.floor(readFileSync(path).length / 2));
    await expect(readKerasHdf5(path, target)).rejects.toEqual(refusal(/weights\.h5/));
  });
});

describe('reading safetensors', () => {
  test.each([3, 200, -1])('a file that is cut off (at %i) is refused', async (length) => {
    const path = writeSafetensors(tempDir(), safeTensors(), 'F16');
    const full = readFileSync(path).length;
    truncateSync(path, length < 0 ? full + length : length);
    await expect(readSafetensors(path, target)).rejects.toEqual(refusal(/cut off/));
  });

  test.each([
    ['another format', { format: 'pt' }, /header/],
    ['another network', { name: 'other' }, /holds the network "other"/],
    ['another layout', { layout: 'HWIO' }, /header/],
    ['another mean', { mean: '[0.5, 0.25, 0.2]' }, /another mean/],
    ['a mean that is not JSON', { mean: 'grey' }, /header/],
  ])('metadata of %s is refused', async (_, change, reason) => {
    const path = writeSafetensors(tempDir(), safeTensors(), 'F16', { ...tinyMetadata, ...change });
    await expect(readSafetensors(path, target)).rejects.toEqual(refusal(reason));
  });

  test('offsets that do not fit the shape are refused', async () => {
    const tensors = safeTensors();
    tensors[1] = { ...tensors[1], data: [...tensors[1].data, 1] };
    const path = writeSafetensors(tempDir(), tensors, 'F32');
    await expect(readSafetensors(path, target)).rejects.toEqual(refusal(/wrong length .*block1_conv1\.bias/));
  });

  test.each([NaN, Infinity, -Infinity])('a weight of %d is refused', async (value) => {
    const tensors = safeTensors();
    tensors[0].data[5] = value;
    const path = writeSafetensors(tempDir(), tensors, 'F32');
    await expect(readSafetensors(path, target)).rejects.toEqual(
      refusal(/not a number in the kernel of block1_conv1/),
    );
  });

  test.each([
    [0x0001, 2 ** -24],
    [0x03ff, 1023 * 2 ** -24],
    [0x0400, 2 ** -14],
    [0x8000, -0],
    [0xc000, -2],
    [0x7bff, 65504],
    [0x3555, 0.333251953125],
  ])('float16 %i is %d', async (bits, value) => {
    const path = writeSafetensors(tempDir(), safeTensors(), 'F16');
    const file = readFileSync(path);
    file.writeUInt16LE(bits, 8 + Number(file.readBigUInt64LE(0)));
    writeFileSync(path, file);
    const network = await readSafetensors(path, target);
    expect((network.operations[0] as Convolution).weight[0]).toBe(value);
  });
});
