import type { Engine } from '../style/engine';
import type { EngineName } from './choice';

export interface EngineOptions {
  /** Threads for engines that compute on the processor, usually as many as there are processors. */
  readonly threads: number;
}

/** Opens one engine. @throws Error saying why it cannot be had */
export type EngineOpener = (options: EngineOptions) => Promise<Engine>;

/** The engines' runtimes are loaded only when they are asked for: a large one, or one that is not there, costs no other. */
export const ENGINE_OPENERS: Readonly<Record<EngineName, EngineOpener>> = {
  'tfjs-gpu': () => openTfjs('gpu'),
  'tfjs-wasm': () => openTfjs('wasm'),
  onnx: (options) => openOnnx('cpu', options),
  'onnx-cuda': (options) => openOnnx('cuda', options),
  'onnx-webgpu': (options) => openOnnx('webgpu', options),
};

async function openTfjs(backend: 'gpu' | 'wasm'): Promise<Engine> {
  const { openTfjsEngine } = await import('./tfjs/engine');
  return openTfjsEngine({ backend });
}

async function openOnnx(device: 'cpu' | 'cuda' | 'webgpu', { threads }: EngineOptions): Promise<Engine> {
  const { checkDevice } = await import('./onnx/device');
  await checkDevice(device);
  const { openOnnxEngine } = await import('./onnx/engine');
  return openOnnxEngine({ threads, device });
}
