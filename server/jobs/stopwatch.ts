/** Seconds of computing: runs from its construction, stands still while it is paused. */
export class Stopwatch {
  readonly #now: () => number;
  #before: number;
  #since: number | undefined;

  /**
   * @param seconds where it begins
   * @param now a monotonic clock, in milliseconds
   */
  constructor(seconds: number, now: () => number) {
    this.#now = now;
    this.#before = seconds;
    this.#since = now();
  }

  get seconds(): number {
    return this.#before + (this.#since === undefined ? 0 : (this.#now() - this.#since) / 1000);
  }

  pause(): void {
    this.#before = this.seconds;
    this.#since = undefined;
  }

  resume(): void {
    this.#since ??= this.#now();
  }
}
