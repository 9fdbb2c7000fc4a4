import type { Logger } from '../logger';
import type { RunEvent } from './run-queue';

/** Tells listeners of events, in order, after the call that brings them about has returned. */
export class RunEvents {
  readonly #logger: Logger;
  readonly #listeners = new Set<(event: RunEvent) => void>();
  #undelivered: RunEvent[] = [];

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** @returns what ends it */
  subscribe(listener: (event: RunEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  emit(event: RunEvent): void {
    this.#undelivered.push(event);
    if (this.#undelivered.length === 1) queueMicrotask(() => this.deliver());
  }

  /** Delivers at once what has not been delivered. */
  deliver(): void {
    const events = this.#undelivered;
    this.#undelivered = [];
    for (const event of events) {
      for (const listener of [...this.#listeners]) {
        try {
          listener(event);
        } catch (error) {
          // One listener's mistake must keep neither the others nor the next run waiting.
          this.#logger.error(
            { err: error, runId: event.runId, event: event.type },
            'a listener of the run queue failed',
          );
        }
      }
    }
  }
}
