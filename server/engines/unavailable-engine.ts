import type { AppError } from '../errors';
import type { Engine } from '../style/engine';

/**
 * Stands where no engine could be opened: the process stays up, and every run that asks for a network is told the reason
 * and what to do, in place of a process that dies again and again.
 */
export function unavailableEngine(error: AppError): Engine {
  return {
    name: 'unavailable',
    device: 'none',
    load: () => Promise.reject(error),
    dispose: () => Promise.resolve(),
  };
}
