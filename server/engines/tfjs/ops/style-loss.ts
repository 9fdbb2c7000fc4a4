import { matMul, mul, reshape, sub, type Scalar, type Tensor2D, type Tensor4D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';
import { asMatrix, gram } from './gram';
import { sumOfSquares } from './sum-of-squares';

/** `factor·‖G(F) − A‖²`; its gradient is `4·factor·F (G − A) / (H·W)`, as `G − A` is symmetric. */
export function styleLoss(activation: Tensor4D, target: Tensor2D, factor: number): Scalar {
  return differentiable<Scalar>([activation], () => {
    const features = asMatrix(activation);
    const distance: Tensor2D = sub(gram(features), target);
    return {
      output: mul(sumOfSquares(distance), factor),
      saved: [activation, distance],
      backward: (dy, [input, d]) => {
        const matrix = asMatrix(input as Tensor4D);
        const slope = mul(dy, (4 * factor) / matrix.shape[0]);
        return [reshape(matMul(matrix, mul(d as Tensor2D, slope)), activation.shape)];
      },
    };
  });
}
