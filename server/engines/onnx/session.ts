import * as ort from 'onnxruntime-node';

export interface SessionOptions {
  /** Threads within one operation; without it, as many as there are processors. */
  readonly threads?: number;
}

/** Opens a session on the processor. The caller releases it. */
export function openSession(model: Uint8Array, options: SessionOptions): Promise<ort.InferenceSession> {
  return ort.InferenceSession.create(model, {
    executionProviders: ['cpu'],
    graphOptimizationLevel: 'all',
    // Errors only: the runtime warns of every initializer that it folds away.
    logSeverityLevel: 3,
    ...(options.threads === undefined ? {} : { intraOpNumThreads: options.threads }),
  });
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
