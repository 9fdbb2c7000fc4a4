import type { Iterate } from '../style/stylize';

/** Fewer iterations than this say little. */
const ENOUGH = 3;

/** How long an iteration takes at the full size. */
export class FullSizeSeconds {
  #isAtFullSize = false;
  #seconds = 0;
  #count = 0;

  add({ scale, scales, milliseconds }: Pick<Iterate, 'scale' | 'scales' | 'milliseconds'>): void {
    if (scale < scales - 1) return;
    // The first one took the preparation of its scale along.
    if (this.#isAtFullSize) {
      this.#seconds += milliseconds / 1000;
      this.#count += 1;
    }
    this.#isAtFullSize = true;
  }

  /** `null` where there were too few to tell. */
  get mean(): number | null {
    return this.#count >= ENOUGH && this.#seconds > 0 ? this.#seconds / this.#count : null;
  }
}
