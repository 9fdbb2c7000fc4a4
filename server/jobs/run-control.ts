import type { Settings } from '../protocol/settings';

/** What was asked of a run that is going on. The run looks here between its iterations. */
export class RunControl {
  #stopped = false;
  #paused = false;
  #settings: Settings | undefined;
  #wake: (() => void) | undefined;

  get stopped(): boolean {
    return this.#stopped;
  }

  /** A run that is to stop no longer waits. */
  get paused(): boolean {
    return this.#paused && !this.#stopped;
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
