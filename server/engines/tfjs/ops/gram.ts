import { matMul, mul, reshape, transpose, type Tensor2D, type Tensor4D } from '@tensorflow/tfjs-core';

/** An activation `[1][H][W][C]` as the matrix `[H·W][C]`. */
export function asMatrix(activation: Tensor4D): Tensor2D {
  const [, height, width, channels] = activation.shape;
  return reshape(activation, [height * width, channels]);
}

/** `FᵀF / (H·W)` of `[H·W][C]`, which is `[C][C]`. The transposition by hand: WebAssembly is fast at plain products only. */
export function gram(features: Tensor2D): Tensor2D {
  const product: Tensor2D = matMul(transpose(features), features);
  return mul(product, 1 / features.shape[0]);
}
