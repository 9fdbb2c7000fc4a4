/** A run that comes out above the process's earlier maximum by less than this grew by chance. */
const GROWTH = 1.1;

/** Watches the process's resident memory. */
export class MemoryGauge {
  readonly #read: () => number;
  #highest = 0;
  #before = 0;

  constructor(read: () => number = () => process.memoryUsage.rss()) {
    this.#read = read;
  }

  sample(): void {
    this.#highest = Math.max(this.#highest, this.#read());
  }

  /** From now on what is seen is a run's. */
  begin(): void {
    this.sample();
    this.#before = this.#highest;
  }

  /** The most since {@link begin}; `null` where the process had been about as large before: runtimes keep memory. */
  get growth(): number | null {
    return this.#highest > GROWTH * this.#before ? this.#highest : null;
  }
}
