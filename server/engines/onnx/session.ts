import * as ort from 'onnxruntime-node';

/** What a session computes on: the processor, an NVIDIA GPU, or whatever GPU the system's WebGPU reaches. */
export type OnnxDevice = 'cpu' | 'cuda' | 'webgpu';

export interface SessionOptions {
  /** By default the processor. */
  readonly device?: OnnxDevice;
  /**
   * Threads within one operation, usually as many as there are processors. The runtime's own default takes one where it
   * cannot make out the machine's cores, as on many virtual ones: half as fast on two processors.
   */
  readonly threads: number;
}

/**
 * Opens a session on the device, with the processor for what that cannot do. The caller releases it.
 *
 * @param memory whether the session keeps the memory of a run for the next one (`kept`: no page faults, twice as fast)
 *   or gives it back (`returned`: for what runs seldom)
 */
export function openSession(
  model: Uint8Array,
  memory: 'kept' | 'returned',
  options: SessionOptions,
): Promise<ort.InferenceSession> {
  return ort.InferenceSession.create(model, {
    executionProviders: executionProviders(options.device ?? 'cpu'),
    graphOptimizationLevel: 'all',
    enableCpuMemArena: memory === 'kept',
    // A pattern plans one block for all of a run's tensors, on top of what the first run took: 30 % more memory, no faster.
    enableMemPattern: false,
    // Errors only: the runtime warns of every initializer that it folds away.
    logSeverityLevel: 3,
    intraOpNumThreads: options.threads,
  });
}

function executionProviders(device: OnnxDevice): string[] {
  return device === 'cpu' ? ['cpu'] : [device, 'cpu'];
}

/** A float32 tensor over `data`, which is not copied. */
export function tensor(data: Float32Array, dimensions: readonly number[]): ort.Tensor {
  return new ort.Tensor('float32', data, dimensions);
}

/** The numbers of a float32 result. */
export function floats(value: ort.OnnxValue): Float32Array {
  if (!(value.data instanceof Float32Array)) throw new TypeError(`expected float32, got ${value.type}`);
  return value.data;
}
