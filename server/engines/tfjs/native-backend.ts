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

export type LoadNative = () => Promise<NativeModule>;

/** The package is optional, so that its name is only resolved when it is asked for. */
const loadPackage: LoadNative = () => import(PACKAGE) as Promise<NativeModule>;

/**
 * Loads TensorFlow with CUDA.
 *
 * @returns the name of its backend
 * @throws Error where it is not installed, does not load, or sees no GPU, saying which
 */
export async function openNativeBackend(load: LoadNative = loadPackage): Promise<string> {
  restoreRemovedUtilities();
  const native = await load().catch((error: unknown) => {
    throw new Error(reason(error), { cause: error });
  });
  if (native.backend().isUsingGpuDevice !== true) {
    throw new Error(
      'TensorFlow loads, but sees no GPU: that takes an NVIDIA driver, CUDA 11.2 and cuDNN 8.1 where it finds them (LD_LIBRARY_PATH)',
    );
  }
  return getBackend();
}

/** The package still calls what Node 23 has removed. */
function restoreRemovedUtilities(): void {
  const utilities: { isNullOrUndefined?: unknown; isArray?: unknown } = util;
  utilities.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  utilities.isArray ??= Array.isArray;
}

function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const isAbsent = (error as NodeJS.ErrnoException | null)?.code === 'ERR_MODULE_NOT_FOUND';
  return isAbsent && message.includes(PACKAGE)
    ? `${PACKAGE} is not installed: its native library could not be downloaded together with Atelier's other packages`
    : `${PACKAGE} does not load: ${message.split('\n')[0]}`;
}
