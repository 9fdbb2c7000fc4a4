import { entriesOf, entryOf, quasiNewton, squaredY } from './curvature';
import type { Combination, Entry, Pair } from './curvature';
import { isFiniteSample, startingSample } from './optimiser';
import type { Evaluate, Optimiser, Point, Sample } from './optimiser';
import { VectorMemory } from './vector-memory';
import type { Advance } from './vector-memory';

export interface LbfgsOptions {
  /** Curvature pairs that are kept. */
  readonly history: number;
  /** Root mean square change of an entry in the very first step, while nothing is known of the curvature. */
  readonly firstStep: number;
}

export const defaultLbfgsOptions: LbfgsOptions = { history: 10, firstStep: 0.02 };

/** Sufficient decrease (Armijo): the least share of the decrease that the slope promises. */
const SUFFICIENT_DECREASE = 1e-4;
/** Trials along one direction before it is given up. */
const MAX_TRIALS = 12;
/** Pairs with `yᵀs ≤ ε·‖s‖·‖y‖` carry no curvature, only rounding. */
const CURVATURE_EPSILON = 1e-8;

/**
 * Limited-memory BFGS (Nocedal 1980; Liu & Nocedal 1989) with a backtracking line search. The function need not be
 * finite everywhere: a trial that is not is shortened like one that does not descend, so no point that is returned
 * ever holds NaN. Every evaluation that is accepted becomes the next point: nothing is evaluated twice.
 */
export class Lbfgs<S extends Sample> implements Optimiser<S> {
  readonly #evaluate: Evaluate<S>;
  readonly #options: LbfgsOptions;
  /** Copies of the points and gradients that `#pairs` and `#entry` name, and of those that are being tried. */
  readonly #memory: VectorMemory;
  #pairs: Pair[] = [];
  #point: Point<S>;
  /** The point once more, with its products with those of the pairs. */
  #entry: Entry;
  #evaluations = 1;
  /** Root mean square change of an entry in the last step that was accepted: what a step is like hereabouts. */
  #lastStep: number | undefined;
  /** No direction descends from here: trying again would only repeat the same trials. */
  #atFloor = false;

  private constructor(evaluate: Evaluate<S>, start: Point<S>, options: LbfgsOptions) {
    this.#evaluate = evaluate;
    this.#options = options;
    this.#point = start;
    const memory = new VectorMemory(start.x.length);
    this.#memory = memory;
    this.#entry = entryOf(memory, memory.store(start.x), memory.store(start.sample.gradient), []);
  }

  /**
   * @param x where to start; not changed, and not to be changed by the caller
   * @throws StyleError `non-finite` where the function is not finite at the start
   */
  static async start<S extends Sample>(
    evaluate: Evaluate<S>,
    x: Float32Array,
    options: LbfgsOptions = defaultLbfgsOptions,
  ): Promise<Lbfgs<S>> {
    return new Lbfgs(evaluate, { x, sample: await startingSample(evaluate, x) }, options);
  }

  get point(): Point<S> {
    return this.#point;
  }

  get shown(): Float32Array {
    return this.#point.x;
  }

  get evaluations(): number {
    return this.#evaluations;
  }

  async restart(): Promise<void> {
    const { x } = this.#point;
    this.#pairs = [];
    this.#atFloor = false;
    this.#evaluations += 1;
    this.#point = { x, sample: await startingSample(this.#evaluate, x) };
    const { x: here, gradient } = this.#entry;
    this.#memory.write(gradient, this.#point.sample.gradient);
    this.#entry = entryOf(this.#memory, here, gradient, []);
  }

  /**
   * One iteration.
   *
   * @returns whether it descended; if not, no direction does, to the precision of float32: the point is as it was, and
   * further steps cost no evaluation until `restart`
   */
  async step(): Promise<boolean> {
    if (this.#atFloor) return false;
    this.#atFloor = !(await this.#descend());
    return !this.#atFloor;
  }

  async #descend(): Promise<boolean> {
    if (this.#pairs.length > 0) {
      const { direction, slope } = quasiNewton(this.#pairs, this.#entry);
      if (await this.#search(direction, slope, 1)) return true;
    }
    // No curvature known, or what is known misleads: straight down.
    this.#pairs = [];
    const { gradient, withGradient } = this.#entry;
    const squared = withGradient.get(this.#entry)!;
    if (squared === 0) return false;
    const change = this.#lastStep ?? this.#options.firstStep;
    const direction = { coefficients: [-1], vectors: [gradient] };
    return this.#search(direction, -squared, (change * Math.sqrt(this.#point.x.length)) / Math.sqrt(squared));
  }

  /** Backtracks from `factor` along `direction` until the decrease is sufficient, and moves there. */
  async #search({ coefficients, vectors }: Combination, slope: number, factor: number): Promise<boolean> {
    if (!(slope < 0)) return false;
    const memory = this.#memory;
    const present = this.#entry;
    const { sample } = this.#point;
    const known = [...new Set([...entriesOf(this.#pairs), present])];
    memory.keepOnly(known.flatMap((entry) => [entry.x, entry.gradient]));
    const x = memory.allocate();
    const gradient = memory.allocate();
    const candidate = new Float32Array(this.#point.x.length);
    for (let trial = 0; trial < MAX_TRIALS; trial += 1) {
      const scaled = coefficients.map((coefficient) => factor * coefficient);
      const moved = memory.advance(present.x, scaled, vectors, present.gradient, x);
      let there: S | undefined;
      if (Number.isFinite(moved.squaredLength)) {
        memory.read(x, candidate);
        this.#evaluations += 1;
        there = await this.#evaluate(candidate);
        const descends = there.value <= sample.value + SUFFICIENT_DECREASE * factor * slope;
        if (descends && Number.isFinite(there.value)) {
          memory.write(gradient, there.gradient);
          const entry = entryOf(memory, x, gradient, known);
          // The product of the gradient with itself tells whether it is finite, and costs no pass of its own.
          if (Number.isFinite(entry.withGradient.get(entry))) {
            this.#accept(entry, { x: candidate, sample: there }, moved);
            return true;
          }
        }
        if (!isFiniteSample(there)) there = undefined;
      }
      factor *= there === undefined ? 0.1 : shortening(sample.value, slope * factor, there.value);
    }
    return false;
  }

  #accept(to: Entry, point: Point<S>, { squaredLength, along }: Advance): void {
    const from = this.#entry;
    const pair: Pair = { from, to, ys: to.withX.get(to)! - to.withX.get(from)! - along };
    this.#lastStep = Math.sqrt(squaredLength / point.x.length);
    if (pair.ys > CURVATURE_EPSILON * Math.sqrt(squaredLength * squaredY(pair))) {
      this.#pairs.push(pair);
      if (this.#pairs.length > this.#options.history) this.#pairs.shift();
    }
    this.#point = point;
    this.#entry = to;
  }
}

/** Where the parabola through the value, the slope and the trial has its minimum, within [0.1, 0.5] of the trial. */
function shortening(value: number, slope: number, trial: number): number {
  const minimum = -slope / (2 * (trial - value - slope));
  return Math.min(Math.max(minimum, 0.1), 0.5);
}
