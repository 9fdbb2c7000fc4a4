import { reshape, transpose, type Tensor3D, type Tensor4D } from '@tensorflow/tfjs-core';

/** `[C][H][W]` as `[1][H][W][C]`, the one layout that every backend computes convolutions in. */
export function toChannelsLast(planar: Tensor3D): Tensor4D {
  const [channels, height, width] = planar.shape;
  return reshape(transpose(planar, [1, 2, 0]), [1, height, width, channels]);
}

/** `[1][H][W][C]` as `[C][H][W]`. */
export function toPlanar(channelsLast: Tensor4D): Tensor3D {
  const [, height, width, channels] = channelsLast.shape;
  return transpose(reshape(channelsLast, [height, width, channels]), [2, 0, 1]);
}
