import util from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTfjsEngine } from '../../../server/engines/tfjs/engine';
import { openNativeBackend, type NativeModule } from '../../../server/engines/tfjs/native-backend';
import { flatImage, randomNetwork } from '../../support/random-network';

/** Does what loading the native package does, with a backend that every machine has. */
async function standIn(isUsingGpuDevice: boolean | undefined): Promise<NativeModule> {
  await import('@tensorflow/tfjs-backend-cpu');
  await tf.setBackend('cpu');
  return {
    backend: () => Object.assign(Object.create(tf.backend()) as tf.KernelBackend, { isUsingGpuDevice }),
  };
}

const utilities = util as { isNullOrUndefined?: unknown; isArray?: unknown };
const { isNullOrUndefined, isArray } = utilities;

afterEach(() => {
  Object.assign(utilities, { isNullOrUndefined, isArray });
});

describe('TensorFlow with CUDA', () => {
  it('computes with the backend that the native package has registered, where it sees a GPU', async () => {
    const engine = await openTfjsEngine({ backend: 'gpu', loadNative: () => standIn(true) });
    expect(`${engine.name} (${engine.device})`).toBe('tfjs (gpu)');
    const model = await engine.load(randomNetwork(), { pooling: 'average', padding: 'zero' });
    const { grams } = await model.targets(flatImage(8, 8, 0.5), { content: [], style: ['block1_conv1'] });
    expect(grams.block1_conv1).toHaveLength(16);
    expect(tf.getBackend()).toBe('cpu');
    await engine.dispose();
  });

  it.each([false, undefined])('is refused where the package sees no GPU (%s)', async (seesGpu) => {
    await expect(openTfjsEngine({ backend: 'gpu', loadNative: () => standIn(seesGpu) })).rejects.toThrow(
      /sees no GPU: .*CUDA/,
    );
  });

  it('is refused where the package is not installed', async () => {
    const error = Object.assign(
      new Error("Cannot find package '@tensorflow/tfjs-node-gpu' imported from /somewhere/engine.js"),
      { code: 'ERR_MODULE_NOT_FOUND' },
    );
    await expect(openNativeBackend(() => Promise.reject(error))).rejects.toThrow(/is not installed/);
  });

  it('is refused where its library does not load, in the first line of its own words', async () => {
    const error = new Error('libcudart.so.11.0: cannot open shared object file\nRequire stack:\n- x');
    await expect(openNativeBackend(() => Promise.reject(error))).rejects.toThrow(
      /does not load: libcudart\.so\.11\.0: cannot open shared object file$/,
    );
  });

  it('computes likewise where Node gives the package’s exports under default only', async () => {
    const { backend } = await standIn(true);
    expect(await openNativeBackend(() => Promise.resolve({ default: { backend } }))).toBe('cpu');
  });

  it.each([{}, { default: {} }, { default: undefined }])(
    'is refused where the package has no backend to ask for (%j)',
    async (loaded) => {
      await expect(openNativeBackend(() => Promise.resolve(loaded))).rejects.toThrow(
        /tfjs-node-gpu loads, but .* exports no backend$/,
      );
    },
  );

  it('is refused where its backend does not start, in the first line of its own words', async () => {
    const backend = () => {
      throw new Error('CUDA_ERROR_NO_DEVICE\n  at stream_executor');
    };
    await expect(openNativeBackend(() => Promise.resolve({ default: { backend } }))).rejects.toThrow(
      /loads, but does not start: CUDA_ERROR_NO_DEVICE$/,
    );
  });

  it('has the functions that newer versions of Node have removed, before the package is loaded', async () => {
    Object.assign(utilities, { isNullOrUndefined: undefined, isArray: undefined });
    const load = vi.fn(() => {
      const { isNullOrUndefined: isNothing, isArray: isList } = utilities as Record<
        string,
        (value: unknown) => boolean
      >;
      expect([null, undefined, 0, ''].map(isNothing)).toEqual([true, true, false, false]);
      expect([[], {}].map(isList)).toEqual([true, false]);
      return standIn(true);
    });
    await openNativeBackend(load);
    expect(load).toHaveBeenCalledOnce();
  });

  it('leaves the functions of an older Node as they are', async () => {
    const own = () => true;
    Object.assign(utilities, { isNullOrUndefined: own });
    await openNativeBackend(() => standIn(true));
    expect(utilities.isNullOrUndefined).toBe(own);
  });
});
