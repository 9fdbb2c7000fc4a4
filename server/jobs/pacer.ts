/** Of the computing time, at most this share may go into what is sent. */
const MAX_SHARE = 0.03;

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
    return this.#now() - this.#last >= Math.max(this.#intervalMs, this.#costMs / MAX_SHARE);
  }

  /** Does `send` and takes the time: the interval counts from its end. */
  async run(send: () => Promise<void>): Promise<void> {
    const before = this.#now();
    await send();
    this.#last = this.#now();
    this.#costMs = this.#last - before;
  }
}
