import { sub, type Tensor3D, type Tensor4D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';
import { toChannelsLast, toPlanar } from './layout';

/**
 * From planar pixels `[3][H][W]` to the network's input `[1][H][W][3]`, with `offset` (R, G, B) subtracted.
 * Scale and channel order are in the first filter. The gradient only changes its layout back.
 */
export function pixelsToInput(pixels: Tensor3D, offset: Tensor4D): Tensor4D {
  return differentiable<Tensor4D>([pixels], () => ({
    output: sub(toChannelsLast(pixels), offset),
    saved: [],
    backward: (dy) => [toPlanar(dy)],
  }));
}
