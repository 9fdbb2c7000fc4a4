import { AppError } from '../errors';
import type { Engine } from '../style/engine';
import type { EngineChoice, EngineName } from './choice';
import { ENGINE_OPENERS, type EngineOpener, type EngineOptions } from './openers';
import { REMEDIES } from './remedies';

/**
 * What `auto` tries, the fastest first. WebGPU is only used where it is asked for: what answers there may be a processor
 * that plays a GPU. WebAssembly is for systems that ONNX Runtime has no library for.
 */
const AUTO_ORDER: readonly EngineName[] = ['tfjs-gpu', 'onnx-cuda', 'onnx', 'tfjs-wasm'];

/** An engine that was tried. */
export interface EngineAttempt {
  readonly engine: EngineName;
  /** Why it cannot be had; `null` for the one that is open. */
  readonly refusal: string | null;
}

export interface OpenedEngine {
  readonly engine: Engine;
  /** In the order in which they were tried; the last is the one that is open. */
  readonly attempts: readonly EngineAttempt[];
}

/** No engine could be opened; `attempts` says why each was refused. */
export class EngineUnavailableError extends AppError {
  constructor(
    readonly attempts: readonly EngineAttempt[],
    options: { readonly message: string; readonly userMessage: string; readonly cause: unknown },
  ) {
    super({ code: 'unavailable', ...options });
  }
}

/**
 * Opens the engine that is named, or with `auto` the fastest that can be had.
 *
 * @param openers for tests: what opens each engine
 * @throws EngineUnavailableError where what was asked for cannot be had, with the reason and what to do
 */
export async function openEngine(
  choice: EngineChoice,
  options: EngineOptions,
  openers: Readonly<Record<EngineName, EngineOpener>> = ENGINE_OPENERS,
): Promise<OpenedEngine> {
  const attempts: EngineAttempt[] = [];
  const causes: unknown[] = [];
  for (const name of choice === 'auto' ? AUTO_ORDER : [choice]) {
    try {
      const engine = await openers[name](options);
      attempts.push({ engine: name, refusal: null });
      return { engine, attempts };
    } catch (error) {
      attempts.push({ engine: name, refusal: reason(error) });
      causes.push(error);
    }
  }
  const reasons = attempts.map(({ engine, refusal }) => `${engine}: ${refusal}`).join('; ');
  const whatToDo =
    choice === 'auto'
      ? REMEDIES['tfjs-wasm']
      : `${REMEDIES[choice]}, or choose auto (in ATELIER_ENGINE), which takes the fastest engine that is there`;
  throw new EngineUnavailableError(attempts, {
    message: `no engine for the choice ${choice}: ${reasons}`,
    userMessage: `Nothing can be computed, because the engine cannot be used (${reasons}). ${whatToDo}. "npm run doctor" shows more.`,
    cause: causes.length === 1 ? causes[0] : new AggregateError(causes),
  });
}

/** One line: native libraries tell their own source files, and much else, on several. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n')[0];
}
