import { isFiniteSample, startingSample } from './optimiser';
import type { Evaluate, Optimiser, Point, Sample } from './optimiser';

export interface AdamOptions {
  /** Length of a step, in units of the range [0,1]. */
  readonly learningRate: number;
  /** Whether `shown` is the running average of the points. */
  readonly averaging: boolean;
}

const BETA_1 = 0.9;
const BETA_2 = 0.99;
const EPSILON = 1e-8;
/** What the average keeps of itself at each step. */
const AVERAGE_DECAY = 0.99;
/** How often a step that leads to where the function is not finite is halved before it is given up. */
const MAX_TRIALS = 12;

/**
 * Adam (Kingma & Ba 2015) within [0,1]: every point is clamped. With averaging it also keeps the exponential mean of its
 * points, corrected for its start, as Crowson's style-transfer-pytorch does (decay 0.99): the noise of the single steps
 * cancels out in it.
 */
export class Adam<S extends Sample> implements Optimiser<S> {
  readonly #evaluate: Evaluate<S>;
  #options: AdamOptions;
  #point: Point<S>;
  #evaluations = 1;
  #first: Float32Array;
  #second: Float32Array;
  #steps = 0;
  /** `Σ decay^k·(1 − decay)·x` over the points since averaging began, and its weights' sum. */
  #average: { readonly sum: Float32Array; readonly weight: number } | undefined;
  #shown: Float32Array | undefined;

  private constructor(evaluate: Evaluate<S>, start: Point<S>, options: AdamOptions) {
    this.#evaluate = evaluate;
    this.#options = options;
    this.#point = start;
    this.#first = new Float32Array(start.x.length);
    this.#second = new Float32Array(start.x.length);
    this.#take(start);
  }

  /**
   * @param x where to start; not changed, and not to be changed by the caller
   * @throws StyleError `non-finite` where the function is not finite at the start
   */
  static async start<S extends Sample>(
    evaluate: Evaluate<S>,
    x: Float32Array,
    options: AdamOptions,
  ): Promise<Adam<S>> {
    const inside = x.every((value) => value >= 0 && value <= 1) ? x : x.map(clamped);
    return new Adam(evaluate, { x: inside, sample: await startingSample(evaluate, inside) }, options);
  }

  get point(): Point<S> {
    return this.#point;
  }

  get shown(): Float32Array {
    if (this.#average === undefined) return this.#point.x;
    const { sum, weight } = this.#average;
    this.#shown ??= divided(sum, weight);
    return this.#shown;
  }

  get evaluations(): number {
    return this.#evaluations;
  }

  /** Holds from the next step on. An average that is asked for anew begins at the present point. */
  tune(options: AdamOptions): void {
    const begins = options.averaging !== this.#options.averaging;
    this.#options = options;
    if (!begins) return;
    this.#average = undefined;
    this.#take(this.#point);
  }

  async restart(): Promise<void> {
    const { x } = this.#point;
    this.#evaluations += 1;
    const sample = await startingSample(this.#evaluate, x);
    this.#forget();
    this.#average = undefined;
    this.#take({ x, sample });
  }

  /**
   * One iteration.
   *
   * @returns whether it moved; if not, the function is not finite wherever the step leads, and the moments are begun anew
   */
  async step(): Promise<boolean> {
    const { x, sample } = this.#point;
    this.#learn(sample.gradient);
    const candidate = new Float32Array(x.length);
    for (let trial = 0, share = 1; trial < MAX_TRIALS; trial += 1, share /= 2) {
      this.#move(x, share * this.#options.learningRate, candidate);
      this.#evaluations += 1;
      const there = await this.#evaluate(candidate);
      if (isFiniteSample(there)) {
        this.#take({ x: candidate, sample: there });
        return true;
      }
    }
    this.#forget();
    return false;
  }

  #learn(gradient: Float32Array): void {
    const m = this.#first;
    const v = this.#second;
    this.#steps += 1;
    for (let i = 0; i < gradient.length; i += 1) {
      const g = gradient[i];
      m[i] += (1 - BETA_1) * (g - m[i]);
      v[i] += (1 - BETA_2) * (g * g - v[i]);
    }
  }

  #move(x: Float32Array, learningRate: number, out: Float32Array): void {
    const m = this.#first;
    const v = this.#second;
    const factor = learningRate / (1 - BETA_1 ** this.#steps);
    const correction = 1 / (1 - BETA_2 ** this.#steps);
    for (let i = 0; i < x.length; i += 1) {
      out[i] = clamped(x[i] - (factor * m[i]) / (Math.sqrt(v[i] * correction) + EPSILON));
    }
  }

  #take(point: Point<S>): void {
    this.#point = point;
    if (!this.#options.averaging) return;
    this.#shown = undefined;
    const sum = this.#average?.sum ?? new Float32Array(point.x.length);
    const { x } = point;
    for (let i = 0; i < x.length; i += 1) sum[i] = AVERAGE_DECAY * sum[i] + (1 - AVERAGE_DECAY) * x[i];
    this.#average = { sum, weight: AVERAGE_DECAY * (this.#average?.weight ?? 0) + 1 - AVERAGE_DECAY };
  }

  #forget(): void {
    this.#steps = 0;
    this.#first.fill(0);
    this.#second.fill(0);
  }
}

/** A plain loop: `map` takes ten times as long, which with averaging is a good part of an iteration's overhead. */
function divided(x: Float32Array, divisor: number): Float32Array {
  const out = new Float32Array(x.length);
  for (let i = 0; i < x.length; i += 1) out[i] = x[i] / divisor;
  return out;
}

function clamped(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}
