import type { Value } from '../graph';

/**
 * One operation of the network in a graph: its result, and how a gradient with respect to that result becomes one
 * with respect to its input (the vector–Jacobian product). `backward` adds nodes; it is called at most once.
 */
export interface Step {
  readonly output: Value;
  backward(gradient: Value): Value;
}

/** One term of the objective in a graph. */
export interface Term {
  /** The raw, unweighted term, a scalar. */
  readonly value: Value;
  /** The weighted term's gradient with respect to what the term reads, in that tensor's shape. */
  readonly gradient: Value;
}
