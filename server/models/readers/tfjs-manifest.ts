import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Network } from '../../style/network';
import { assembleNetwork, type ReadTarget, type StoredTensor } from '../assemble';
import { weightsRefused } from '../refused';

const BYTES_PER_VALUE = { float32: 4, float16: 2, uint16: 2, uint8: 1 } as const;

const quantizationSchema = z.discriminatedUnion('dtype', [
  z.object({ dtype: z.enum(['uint8', 'uint16']), scale: z.number(), min: z.number() }),
  z.object({ dtype: z.literal('float16') }),
]);

const weightSchema = z.object({
  name: z.string(),
  dtype: z.literal('float32'),
  shape: z.array(z.number().int().positive()),
  quantization: quantizationSchema.optional(),
});
type Weight = z.infer<typeof weightSchema>;

const groupSchema = z.object({
  // Only files beside the manifest: a manifest must not reach elsewhere.
  paths: z.array(z.string().refine((path) => basename(path) === path, 'must lie beside the manifest')),
  weights: z.array(weightSchema),
});

const manifestSchema = z.object({ weightsManifest: z.array(groupSchema) });

/**
 * Reads a network from a TensorFlow.js weights manifest (`weightsManifest: [{paths, weights}]`, the form of
 * `model.json`): `<layer>/kernel` in HWIO and `<layer>/bias`, as float32 or quantised (uint8 and uint16 are affine,
 * `value = q·scale + min`).
 *
 * @param path the JSON file; the binary files that it names lie beside it
 * @throws AppError `weights-refused` where a file is missing, damaged or of another length, or where a tensor is
 *   missing or has another shape
 */
export async function readTfjsManifest(path: string, target: ReadTarget): Promise<Network> {
  const manifest = await parseManifest(path);
  const tensors = new Map<string, StoredTensor>();
  for (const group of manifest.weightsManifest) {
    const data = Buffer.concat(
      await Promise.all(group.paths.map((name) => readShard(join(dirname(path), name)))),
    );
    const expected = group.weights.reduce((sum, weight) => sum + byteLength(weight), 0);
    if (data.length !== expected) {
      throw weightsRefused(path, `names ${expected} bytes of weights where ${data.length} bytes are present`);
    }
    for (const [name, tensor] of await decode(path, data, group.weights)) tensors.set(name, tensor);
  }
  const tensor = (name: string): StoredTensor => {
    const found = tensors.get(name);
    if (found === undefined) throw weightsRefused(path, `lacks the tensor ${name}`);
    return found;
  };
  return assembleNetwork(target, path, 'HWIO', (layer) => ({
    weight: tensor(`${layer}/kernel`),
    bias: tensor(`${layer}/bias`),
  }));
}

async function parseManifest(path: string): Promise<z.infer<typeof manifestSchema>> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw weightsRefused(path, 'is not a weights manifest that Atelier can use', error);
  }
}

async function readShard(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw weightsRefused(path, 'cannot be read', error);
  }
}

function byteLength(weight: Weight): number {
  const dtype = weight.quantization?.dtype ?? weight.dtype;
  return weight.shape.reduce((product, n) => product * n, BYTES_PER_VALUE[dtype]);
}

async function decode(path: string, data: Buffer, weights: Weight[]): Promise<[string, StoredTensor][]> {
  // Only when a manifest is read, and only the core: all of TensorFlow.js takes 0.4 s to load.
  const tf = await import('@tensorflow/tfjs-core');
  await import('@tensorflow/tfjs-backend-cpu');
  // Where a TensorFlow.js engine runs in this process, its backend stays the one in use.
  await tf.ready();
  // Or the CPU backend prints advice about other packages into the server's log.
  tf.enableProdMode();
  try {
    // One buffer, not the shards: given shards of which the last is the largest, tfjs 4.22 silently reads zeros.
    const buffer = data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer;
    const tensors = tf.io.decodeWeights(buffer, weights);
    return await Promise.all(
      Object.entries(tensors).map(async ([name, tensor]): Promise<[string, StoredTensor]> => {
        const data = (await tensor.data<'float32'>()).slice();
        tensor.dispose();
        return [name, { shape: tensor.shape, data }];
      }),
    );
  } catch (error) {
    throw weightsRefused(path, 'cannot be decoded', error);
  }
}
