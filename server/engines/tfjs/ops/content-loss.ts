import { mul, sub, type Scalar, type Tensor4D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';
import { sumOfSquares } from './sum-of-squares';

/** `factor·‖F − P‖²`; its gradient is `2·factor·(F − P)`. */
export function contentLoss(activation: Tensor4D, target: Tensor4D, factor: number): Scalar {
  return differentiable<Scalar>([activation], () => {
    const distance = sub(activation, target);
    return {
      output: mul(sumOfSquares(distance), factor),
      saved: [distance],
      backward: (dy, [d]) => [mul(d, mul(dy, 2 * factor))],
    };
  });
}
