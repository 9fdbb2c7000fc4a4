import { StyleError } from './style-error';
import { addScaled, difference, dot, isFiniteVector, scale, stepped, sumOfSquares } from './vector';

/** A value and its gradient at one point. */
export interface Sample {
  readonly value: number;
  readonly gradient: Float32Array;
}

/** A point, what the function is there, and what came with it. */
export interface Point<S extends Sample> {
  readonly x: Float32Array;
  readonly sample: S;
}

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

interface Pair {
  readonly s: Float32Array;
  readonly y: Float32Array;
  readonly inverseYs: number;
}

/**
 * Limited-memory BFGS (Nocedal 1980; Liu & Nocedal 1989) with a backtracking line search. The function need not be
 * finite everywhere: a trial that is not is shortened like one that does not descend, so no point that is returned
 * ever holds NaN. Every evaluation that is accepted becomes the next point: nothing is evaluated twice.
 */
export class Lbfgs<S extends Sample> {
  readonly #evaluate: (x: Float32Array) => Promise<S>;
  readonly #options: LbfgsOptions;
  #pairs: Pair[] = [];
  #point: Point<S>;
  #evaluations: number;
  /** Root mean square change of an entry in the last step that was accepted: what a step is like hereabouts. */
  #lastStep: number | undefined;
  /** No direction descends from here: trying again would only repeat the same trials. */
  #atFloor = false;

  private constructor(evaluate: (x: Float32Array) => Promise<S>, start: Point<S>, options: LbfgsOptions) {
    this.#evaluate = evaluate;
    this.#options = options;
    this.#point = start;
    this.#evaluations = 1;
  }

  /**
   * @param evaluate must not keep or change the vector it is given
   * @param x where to start; not changed, and not to be changed by the caller
   * @throws StyleError `non-finite` where the function is not finite at the start
   */
  static async start<S extends Sample>(
    evaluate: (x: Float32Array) => Promise<S>,
    x: Float32Array,
    options: LbfgsOptions = defaultLbfgsOptions,
  ): Promise<Lbfgs<S>> {
    return new Lbfgs(evaluate, { x, sample: await finiteSample(evaluate, x) }, options);
  }

  get point(): Point<S> {
    return this.#point;
  }

  /** How often the function has been evaluated. */
  get evaluations(): number {
    return this.#evaluations;
  }

  /** The function has changed: evaluates it anew where we stand, and forgets the curvature of the old one. */
  async restart(): Promise<void> {
    this.#pairs = [];
    this.#atFloor = false;
    this.#point = { x: this.#point.x, sample: await finiteSample(this.#evaluate, this.#point.x) };
    this.#evaluations += 1;
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
    if (this.#pairs.length > 0 && (await this.#search(this.#quasiNewtonDirection(), 1))) return true;
    // No curvature known, or what is known misleads: straight down.
    this.#pairs = [];
    const { gradient } = this.#point.sample;
    const norm = Math.sqrt(sumOfSquares(gradient));
    if (norm === 0) return false;
    const direction = gradient.slice();
    scale(direction, -1);
    const change = this.#lastStep ?? this.#options.firstStep;
    return this.#search(direction, (change * Math.sqrt(gradient.length)) / norm);
  }

  /** Backtracks from `factor` along `direction` until the decrease is sufficient, and moves there. */
  async #search(direction: Float32Array, factor: number): Promise<boolean> {
    const { x, sample } = this.#point;
    const slope = dot(sample.gradient, direction);
    if (!(slope < 0)) return false;
    for (let trial = 0; trial < MAX_TRIALS; trial += 1) {
      const candidate = stepped(x, factor, direction);
      const there = isFiniteVector(candidate) ? await this.#sample(candidate) : undefined;
      if (there !== undefined && there.value <= sample.value + SUFFICIENT_DECREASE * factor * slope) {
        this.#accept(candidate, there);
        return true;
      }
      factor *= there === undefined ? 0.1 : shortening(sample.value, slope * factor, there.value);
    }
    return false;
  }

  async #sample(x: Float32Array): Promise<S | undefined> {
    this.#evaluations += 1;
    const sample = await this.#evaluate(x);
    return Number.isFinite(sample.value) && isFiniteVector(sample.gradient) ? sample : undefined;
  }

  #accept(x: Float32Array, sample: S): void {
    const s = difference(x, this.#point.x);
    const y = difference(sample.gradient, this.#point.sample.gradient);
    const ys = dot(y, s);
    const ss = sumOfSquares(s);
    this.#lastStep = Math.sqrt(ss / s.length);
    if (ys > CURVATURE_EPSILON * Math.sqrt(ss * sumOfSquares(y))) {
      this.#pairs.push({ s, y, inverseYs: 1 / ys });
      if (this.#pairs.length > this.#options.history) this.#pairs.shift();
    }
    this.#point = { x, sample };
  }

  /** `−H·g` by the two-loop recursion, the first H a multiple of the identity: `yᵀs / yᵀy` of the newest pair. */
  #quasiNewtonDirection(): Float32Array {
    const direction = this.#point.sample.gradient.slice();
    const alphas: number[] = [];
    for (let i = this.#pairs.length - 1; i >= 0; i -= 1) {
      const { s, y, inverseYs } = this.#pairs[i];
      alphas[i] = inverseYs * dot(s, direction);
      addScaled(direction, -alphas[i], y);
    }
    const newest = this.#pairs[this.#pairs.length - 1];
    scale(direction, 1 / (newest.inverseYs * sumOfSquares(newest.y)));
    this.#pairs.forEach(({ s, y, inverseYs }, i) => {
      addScaled(direction, alphas[i] - inverseYs * dot(y, direction), s);
    });
    scale(direction, -1);
    return direction;
  }
}

/** Where the parabola through the value, the slope and the trial has its minimum, within [0.1, 0.5] of the trial. */
function shortening(value: number, slope: number, trial: number): number {
  const minimum = -slope / (2 * (trial - value - slope));
  return Math.min(Math.max(minimum, 0.1), 0.5);
}

async function finiteSample<S extends Sample>(
  evaluate: (x: Float32Array) => Promise<S>,
  x: Float32Array,
): Promise<S> {
  const sample = await evaluate(x);
  if (!Number.isFinite(sample.value) || !isFiniteVector(sample.gradient)) {
    throw new StyleError('non-finite', `the objective is ${sample.value} where the optimisation starts`);
  }
  return sample;
}
