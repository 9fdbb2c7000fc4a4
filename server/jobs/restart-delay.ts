const FIRST_MS = 200;
const MAX_MS = 30_000;
/** A process that lived this long did not die of how it was started. */
const SETTLED_MS = 60_000;

/** The pause before a process that died is started again: doubled each time that it dies again, up to 30 s. */
export class RestartDelay {
  readonly #firstMs: number;
  /** Deaths in a row. */
  #deaths = 0;

  /** @param firstMs after the first death, ms */
  constructor(firstMs = FIRST_MS) {
    this.#firstMs = firstMs;
  }

  /** The process is in health: the deaths so far say nothing of the next one. */
  reset(): void {
    this.#deaths = 0;
  }

  /**
   * Counts a death.
   *
   * @param livedMs how long the process had lived; 0 where none could be started
   * @returns the pause from here, ms
   */
  afterDeath(livedMs: number): number {
    if (livedMs > SETTLED_MS) this.reset();
    this.#deaths += 1;
    return Math.min(this.#firstMs * 2 ** (this.#deaths - 1), MAX_MS);
  }
}
