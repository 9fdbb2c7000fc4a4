import type { Point } from './optimiser';
import type { ObjectiveSample, ScaleObjective } from './scale-objective';
import type { KindShares } from './shares';

/** Iterations from one measurement to the next. */
const INTERVAL = 25;

/** Measures each kind's share of the gradient every {@link INTERVAL} iterations: more often it would cost too much. */
export class SharesMeter {
  readonly #objective: ScaleObjective;
  /** Iterations until it is due. */
  #until: number;
  #latest: { readonly of: ObjectiveSample; readonly shares: KindShares } | undefined;

  /** @param until iterations until it is due for the first time */
  constructor(objective: ScaleObjective, until: number) {
    this.#objective = objective;
    this.#until = until;
  }

  /** Counts an iteration. */
  count(): void {
    this.#until -= 1;
  }

  /** Makes it due in so many iterations. */
  dueIn(iterations: number): void {
    this.#until = iterations;
  }

  /** The shares at a point where they are due; else `undefined`. */
  async read({ x, sample }: Point<ObjectiveSample>): Promise<KindShares | undefined> {
    if (this.#until > 0) return undefined;
    this.#until = INTERVAL;
    // Where the picture has not moved since, nothing else would come out.
    if (this.#latest?.of !== sample) {
      this.#latest = { of: sample, shares: await this.#objective.gradientShares(x, sample.gradient) };
    }
    return this.#latest.shares;
  }
}
