import util from 'node:util';
import { getBackend, type KernelBackend } from '@tensorflow/tfjs-core';

/*
 * All that is particular to TensorFlow's native library with CUDA, which only some machines have. The rest of the
 * engine is the same for every backend.
 */

const PACKAGE = '@tensorflow/tfjs-node-gpu';

/** What is used of the native package; loading it registers its backend and makes it the one in use. */
export interface NativeModule {
  readonly backend: () => KernelBackend & { readonly isUsingGpuDevice?: boolean };
}

/** What `import()` gives, in which it is still to be found. */
export interface LoadedNative extends Partial<NativeModule> {
  readonly default?: Partial<NativeModule>;
}

export type LoadNative = () => Promise<LoadedNative>;

/** The package is optional, so that its name is only resolved when it is asked for. */
const loadPackage: LoadNative = () => import(PACKAGE) as Promise<LoadedNative>;

/**
 * Loads TensorFlow with CUDA.
 *
 * @returns the name of its backend
 * @throws Error where it is not installed, does not load, does not start, or sees no GPU, saying which
 */
export async function openNativeBackend(load: LoadNative = loadPackage): Promise<string> {
  restoreRemovedUtilities();
  const native = await load().then(exportsOf, (error: unknown) => {
    throw new Error(reason(error), { cause: error });
  });
  if (!isUsingGpu(native)) {
    throw new Error(
      'TensorFlow loads, but sees no GPU: that takes an NVIDIA driver, CUDA 11.2 and cuDNN 8.1 where it finds them (LD_LIBRARY_PATH)',
    );
  }
  return getBackend();
}

/**
 * The package is CommonJS: whatever it exports is under `default`, but by name only what Node finds by reading its
 * source, which functions that are re-exported from another package may escape.
 */
function exportsOf(loaded: LoadedNative): NativeModule {
  const native = [loaded.default, loaded].find(
    (candidate): candidate is NativeModule => typeof candidate?.backend === 'function',
  );
  if (native === undefined) {
    throw new Error(`${PACKAGE} loads, but is not the version that is expected: it exports no backend`);
  }
  return native;
}

/** Asking for the backend is what starts it. */
function isUsingGpu(native: NativeModule): boolean {
  try {
    return native.backend().isUsingGpuDevice === true;
  } catch (error) {
    throw new Error(`TensorFlow loads, but does not start: ${firstLine(error)}`, { cause: error });
  }
}

/** The package still calls what Node 23 has removed. */
function restoreRemovedUtilities(): void {
  const utilities: { isNullOrUndefined?: unknown; isArray?: unknown } = util;
  utilities.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  utilities.isArray ??= Array.isArray;
}

function reason(error: unknown): string {
  const words = firstLine(error);
  const isAbsent = (error as NodeJS.ErrnoException | null)?.code === 'ERR_MODULE_NOT_FOUND';
  return isAbsent && words.includes(PACKAGE)
    ? `${PACKAGE} is not installed: its native library could not be downloaded together with Atelier's other packages`
    : `${PACKAGE} does not load: ${words}`;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n')[0];
}
