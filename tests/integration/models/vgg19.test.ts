import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileModelLibrary } from '../../../server/models/file-library';
import type { Convolution } from '../../../server/style/network';
import { sharedPath, skipReason } from '../../support/shared';
import { tempDir } from '../../fixtures/temp-dir';

const modelsDir = sharedPath('models');
const dir = sharedPath('models', 'vgg19');

describe(dir === undefined ? `vgg19 as uint8 (${skipReason})` : 'vgg19 as uint8', () => {
  test.skipIf(dir === undefined)('is found, verified and read, and becomes the default', async () => {
    const library = new FileModelLibrary({
      packageDir: join(import.meta.dirname, '../../..'),
      modelsDirs: [modelsDir as string, tempDir()],
    });
    expect(library.list()[0].state).toEqual({ kind: 'ready', variant: 'tfjs-uint8' });
    expect(library.defaultNetwork()).toBe('vgg19');
    const { network } = await library.open('vgg19', 'tfjs-uint8');
    expect(network.preprocessing).toEqual({ scale: 255, mean: [123.68, 116.779, 103.939], channels: 'BGR' });
    const convolutions = network.operations.filter((o): o is Convolution => o.kind === 'convolution');
    expect(convolutions).toHaveLength(16);
    expect(network.operations.filter(({ kind }) => kind === 'pooling')).toHaveLength(4);
    expect(convolutions.at(-1)).toMatchObject({ name: 'block5_conv4', inChannels: 512, outChannels: 512 });

    // Decoded here once more, by hand, for the first kernel and the last bias: value = q·scale + min.
    const manifest = JSON.parse(readFileSync(join(dir as string, 'manifest.json'), 'utf8'));
    const { weights, paths } = manifest.weightsManifest[0];
    const first = readFileSync(join(dir as string, paths[0]));
    const { scale, min } = weights[0].quantization;
    for (const [o, i, y, x] of [
      [0, 0, 0, 0],
      [63, 2, 2, 2],
      [17, 1, 0, 2],
    ]) {
      const q = first[((y * 3 + x) * 3 + i) * 64 + o];
      expect(convolutions[0].weight[((o * 3 + i) * 3 + y) * 3 + x]).toBe(Math.fround(q * scale + min));
    }
    const last = readFileSync(join(dir as string, paths.at(-1)));
    const bias = weights.at(-1).quantization;
    expect(convolutions.at(-1)?.bias[511]).toBe(Math.fround(last[last.length - 1] * bias.scale + bias.min));
  });
});
