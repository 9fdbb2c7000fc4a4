/*
 * Names only: the server process reads and passes on the choice, and must not load an engine for that.
 */

/** The engines that can be asked for by name, each with the device that it computes on. */
export const ENGINE_NAMES = ['tfjs-gpu', 'onnx-cuda', 'onnx-webgpu', 'onnx', 'tfjs-wasm'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** What `ATELIER_ENGINE` may be: `auto` takes the fastest of those that are there. */
export const ENGINE_CHOICES = ['auto', ...ENGINE_NAMES] as const;
export type EngineChoice = (typeof ENGINE_CHOICES)[number];
