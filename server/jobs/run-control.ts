import type { Settings } from '../protocol/settings';

/** What was asked of a run that is going on. The run looks here between its iterations. */
export class RunControl {
  #stopped = false;
  #suspended = false;
  #paused = false;
  #settings: Settings | undefined;
  #wake: (() => void) | undefined;

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Whether it is to go on elsewhere. Where it is to stop as well, that is what people want. */
  get suspended(): boolean {
    return this.#suspended && !this.#stopped;
  }

  /** Whether it is to compute no more here. */
  get ended(): boolean {
    return this.#stopped || this.#suspended;
  }

  /** A run that is to end no longer waits. */
  get paused(): boolean {
    return this.#paused && !this.ended;
  }

  steer(settings: Settings): void {
    this.#settings = settings;
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#wake?.();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake?.();
  }

  suspend(): void {
    this.#suspended = true;
    this.#wake?.();
  }

  /** The settings of the last `steer` since the last call, if there was one. */
  takeSettings(): Settings | undefined {
    const settings = this.#settings;
    this.#settings = undefined;
    return settings;
  }

  /** Resolves as soon as the run is not paused. */
  async untilResumed(): Promise<void> {
    while (this.paused) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
