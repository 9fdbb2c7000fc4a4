/** Of the computing time, at most this share may go into what is sent. */
const MAX_SHARE = 0.03;

/**
 * However dear sending is, this is how long it may wait: one send that was slow because the machine was busy must not
 * leave people without a picture for long.
 */
const MAX_INTERVAL_MS = 2_000;

/** Says when it is time for the next frame (or batch): at most every `intervalMs`, and rarer where sending is dear. */
export class Pacer {
  readonly #intervalMs: number;
  readonly #now: () => number;
  #last = -Infinity;
  #costMs = 0;

  /** @param now a monotonic clock, in milliseconds */
  constructor(intervalMs: number, now: () => number) {
    this.#intervalMs = intervalMs;
    this.#now = now;
  }

  get due(): boolean {
    const affordable = Math.min(this.#costMs / MAX_SHARE, MAX_INTERVAL_MS);
    return this.#now() - this.#last >= Math.max(this.#intervalMs, affordable);
  }

  /** Does `send` and takes the time: the interval counts from its end. */
  async run(send: () => Promise<void>): Promise<void> {
    const before = this.#now();
    await send();
    this.#last = this.#now();
    this.#costMs = this.#last - before;
  }
}
