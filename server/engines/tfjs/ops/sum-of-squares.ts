import { square, sum, type Scalar, type Tensor } from '@tensorflow/tfjs-core';

/**
 * `Σ v²` as a scalar, one axis after the other: a single running float32 sum over all entries loses two digits that a
 * line search needs.
 */
export function sumOfSquares(values: Tensor): Scalar {
  let partial: Tensor = square(values);
  while (partial.rank > 0) partial = sum(partial, -1);
  return partial as Scalar;
}
