/** Iterations that are still to be done at one size. */
export interface Stretch {
  readonly width: number;
  readonly height: number;
  readonly iterations: number;
}

/** How much the latest measurement counts against those before it. */
const NEWEST = 0.2;

/**
 * Estimates how long the rest of a run takes: an iteration's time is nearly proportional to its pixels, so what was
 * measured at one scale serves for the next.
 */
export class RemainingTime {
  #secondsPerPixel: number | undefined;

  /** One iteration of `seconds` at a size. */
  measure(size: { readonly width: number; readonly height: number }, seconds: number): void {
    const measured = seconds / (size.width * size.height);
    this.#secondsPerPixel =
      this.#secondsPerPixel === undefined
        ? measured
        : (1 - NEWEST) * this.#secondsPerPixel + NEWEST * measured;
  }

  /** Seconds for what is still to be done; `null` before anything was measured. */
  remaining(rest: readonly Stretch[]): number | null {
    if (this.#secondsPerPixel === undefined) return null;
    const pixels = rest.reduce((sum, { width, height, iterations }) => sum + width * height * iterations, 0);
    return pixels * this.#secondsPerPixel;
  }
}
