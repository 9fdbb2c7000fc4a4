import type { RunId } from '../protocol/ids';

/** The turn of a run that was interrupted and is about to come back: nobody else is served until then. */
export class KeptTurn {
  readonly #keptMs: number;
  readonly #onExpiry: () => void;
  #kept: { readonly runId: RunId; readonly timer: NodeJS.Timeout } | undefined;

  /**
   * @param keptMs how long it is kept
   * @param onExpiry called where the run has not come back by then
   */
  constructor(keptMs: number, onExpiry: () => void) {
    this.#keptMs = keptMs;
    this.#onExpiry = onExpiry;
  }

  get isKept(): boolean {
    return this.#kept !== undefined;
  }

  keep(runId: RunId): void {
    this.release();
    const timer = setTimeout(() => {
      this.#kept = undefined;
      this.#onExpiry();
    }, this.#keptMs);
    this.#kept = { runId, timer };
  }

  /** Gives the turn up. */
  release(): void {
    clearTimeout(this.#kept?.timer);
    this.#kept = undefined;
  }

  /** @returns whether it was kept for this run, which has it now */
  take(runId: RunId): boolean {
    if (this.#kept?.runId !== runId) return false;
    this.release();
    return true;
  }
}
