import { enableProdMode, getBackend, ready, setBackend } from '@tensorflow/tfjs-core';
import { openNativeBackend, type LoadNative } from './native-backend';

/**
 * `gpu` needs CUDA and the optional native package. `cpu` is plain JavaScript, for tests of the others: it is tens of
 * times slower than `wasm`, and nothing falls back to it.
 */
export type BackendName = 'gpu' | 'wasm' | 'cpu';

/** What TensorFlow.js computes with. It has one backend in use for the whole process. */
export interface Backend {
  /** Makes it the one in use. @throws Error where it cannot be initialised */
  use(): Promise<void>;
}

/** @throws Error saying why the backend cannot be had */
export async function openBackend(name: BackendName, loadNative?: LoadNative): Promise<Backend> {
  const registered = await register(name, loadNative);
  // It also keeps the library from printing advice about its other packages into the server's log.
  enableProdMode();
  const backend: Backend = {
    async use() {
      if (getBackend() === registered) return;
      if (!(await setBackend(registered))) {
        throw new Error(`TensorFlow.js could not initialise its backend "${registered}"`);
      }
    },
  };
  await backend.use();
  await ready();
  return backend;
}

/** @returns the name under which the library knows it */
async function register(name: BackendName, loadNative?: LoadNative): Promise<string> {
  switch (name) {
    case 'gpu':
      return openNativeBackend(loadNative);
    case 'wasm':
      // Its binaries (with SIMD where the processor has it; in Node without threads) lie beside its entry.
      await import('@tensorflow/tfjs-backend-wasm');
      return 'wasm';
    case 'cpu':
      await import('@tensorflow/tfjs-backend-cpu');
      return 'cpu';
  }
}
