import { add, conv2d, mul, pad, relu, step, type Tensor1D, type Tensor4D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';

/** A convolution's parameters on the device. */
export interface ConvolutionWeights {
  /** `[3][3][in][out]`. */
  readonly filter: Tensor4D;
  /** The filter turned by 180°, its channel axes swapped: `[3][3][out][in]`. */
  readonly mirrored: Tensor4D;
  readonly bias: Tensor1D;
}

/**
 * A 3×3 convolution and its ReLU, `[1][H][W][in]` to `[1][H][W][out]`. Its gradient is a convolution with the mirrored
 * filter: backends compute convolutions fast, but not all of them their gradients (WebAssembly takes four times as long).
 *
 * @param border `same`: beyond `x` are zeros; `valid`: `x` has a border of one pixel, which the result has not
 */
export function convolution(x: Tensor4D, weights: ConvolutionWeights, border: 'same' | 'valid'): Tensor4D {
  const { filter, mirrored, bias } = weights;
  return differentiable<Tensor4D>([x], () => {
    const output: Tensor4D = relu(add(conv2d(x, filter, 1, border), bias));
    return {
      output,
      saved: [output],
      backward: (dy, [y]) => {
        const masked: Tensor4D = mul(dy, step(y));
        if (border === 'same') return [conv2d(masked, mirrored, 1, 'same')];
        const around: [number, number] = [2, 2];
        return [conv2d(pad(masked, [[0, 0], around, around, [0, 0]]), mirrored, 1, 'valid')];
      },
    };
  });
}
