import { stack, unstack, type Scalar, type Tensor1D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';

/** Scalars as one vector: its gradient, multiplied by the terms' weights, is that of their weighted sum. */
export function termsVector(terms: readonly Scalar[]): Tensor1D {
  return differentiable<Tensor1D>(terms, () => ({
    output: stack([...terms]) as Tensor1D,
    saved: [],
    backward: (dy) => unstack(dy),
  }));
}
