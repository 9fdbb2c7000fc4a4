/** Iterations over which a decrease is judged. */
const WINDOW = 30;

/** The losses since something last changed, to see whether anything still does. */
export class ConvergenceWindow {
  #losses: number[] = [];

  /**
   * @param tolerance relative decrease; 0: never converged
   * @returns whether the loss has decreased by less than that over the last 30 iterations
   */
  add(loss: number, tolerance: number): boolean {
    this.#losses.push(loss);
    if (this.#losses.length <= WINDOW) return false;
    const before = this.#losses[this.#losses.length - 1 - WINDOW];
    this.#losses = this.#losses.slice(-WINDOW);
    return tolerance > 0 && before - loss < tolerance * before;
  }

  /** The losses from here on are of something else. */
  clear(): void {
    this.#losses = [];
  }
}
