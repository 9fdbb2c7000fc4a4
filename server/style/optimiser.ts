import { StyleError } from './style-error';
import { isFiniteVector } from './vector';

/** A value and its gradient at one point. */
export interface Sample {
  readonly value: number;
  readonly gradient: Float32Array;
}

/** A point, what the function is there, and what came with it. Neither vector is ever changed. */
export interface Point<S extends Sample> {
  readonly x: Float32Array;
  readonly sample: S;
}

/** The function to be minimised. It must not keep or change the vector it is given. */
export type Evaluate<S extends Sample> = (x: Float32Array) => Promise<S>;

/** What goes downhill, one iteration at a time. No point that it hands out ever holds NaN. */
export interface Optimiser<S extends Sample> {
  readonly point: Point<S>;
  /** The vector to show: the point's, or an average of the latest ones. Never changed afterwards. */
  readonly shown: Float32Array;
  /** How often the function has been evaluated. */
  readonly evaluations: number;
  /** One iteration. @returns whether it moved */
  step(): Promise<boolean>;
  /** The function has changed: evaluates it anew where we stand, and forgets what was learnt of the old one. */
  restart(): Promise<void>;
}

/** @throws StyleError `non-finite` where the function is not finite at `x`, from where nothing leads on */
export async function startingSample<S extends Sample>(evaluate: Evaluate<S>, x: Float32Array): Promise<S> {
  const sample = await evaluate(x);
  if (!isFiniteSample(sample)) {
    throw new StyleError('non-finite', `the objective is ${sample.value} where the optimisation starts`);
  }
  return sample;
}

export function isFiniteSample({ value, gradient }: Sample): boolean {
  return Number.isFinite(value) && isFiniteVector(gradient);
}
