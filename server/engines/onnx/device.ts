import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as ort from 'onnxruntime-node';
import { GraphBuilder } from './graph';
import type { OnnxDevice } from './session';

/** The library that computes on CUDA. It is too large to come with the package, and is installed on request. */
const CUDA_LIBRARY = 'libonnxruntime_providers_cuda.so';
const SIDE_PX = 8;

/**
 * Finds out whether the runtime can compute on a device, by computing a tiny convolution on it.
 *
 * @throws Error saying why not
 */
export async function checkDevice(device: OnnxDevice): Promise<void> {
  if (!ort.listSupportedBackends().some(({ name }) => name === device)) {
    throw new Error(`ONNX Runtime has no ${device} for ${process.platform} on ${process.arch}`);
  }
  // Where it is absent the runtime would say so on stderr as well, in red, at every start.
  if (device === 'cuda' && !existsSync(join(libraryFolder(), CUDA_LIBRARY))) {
    throw new Error("ONNX Runtime's CUDA libraries are not installed");
  }
  const session = await openTrial(device).catch((error: unknown) => {
    // Before its own words the runtime puts the place in its source and the condition that did not hold.
    const words = (error as Error).message.replace(/^.*\bwas false\. /s, '').trim();
    throw new Error(`ONNX Runtime cannot use ${device}: ${words}`, { cause: error });
  });
  try {
    const ones = new ort.Tensor('float32', new Float32Array(3 * SIDE_PX ** 2).fill(1), [
      1,
      3,
      SIDE_PX,
      SIDE_PX,
    ]);
    const { result } = await session.run({ pixels: ones });
    // Within the border each value is a sum of 27 ones.
    const value = Number(result.data[SIDE_PX + 1]);
    if (value !== 27) throw new Error(`its trial convolution gave ${value} in place of 27`);
  } finally {
    await session.release();
  }
}

/** Opens a session on the device alone, which fails where it would need the processor as well. */
function openTrial(device: OnnxDevice): Promise<ort.InferenceSession> {
  return ort.InferenceSession.create(trialGraph(), {
    executionProviders: [device],
    logSeverityLevel: 4,
    // Or it would quietly compute on the processor what the device cannot.
    ...(device === 'cpu' ? {} : { extra: { session: { disable_cpu_ep_fallback: '1' } } }),
  });
}

function trialGraph(): Uint8Array {
  const graph = new GraphBuilder();
  const pixels = graph.input('pixels', [1, 3, SIDE_PX, SIDE_PX]);
  const filter = graph.weights('filter', [1, 3, 3, 3], new Float32Array(27).fill(1));
  const sums = graph.node('Conv', [pixels, filter], { kernel_shape: [3, 3], pads: [1, 1, 1, 1] });
  graph.output('result', sums, [1, 1, SIDE_PX, SIDE_PX]);
  return graph.serialise();
}

/** Where the runtime's native libraries are, and where its install script puts more of them. */
function libraryFolder(): string {
  const entry = createRequire(import.meta.url).resolve('onnxruntime-node');
  return join(dirname(entry), '../bin/napi-v6', process.platform, process.arch);
}
