import {
  avgPool,
  cast,
  concat,
  equal,
  image,
  maxPool,
  mul,
  pad,
  reshape,
  slice,
  sub,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import type { Pooling } from '../../../style/network';
import { differentiable } from './differentiable';

/** 2×2 pooling with stride 2, `[1][H][W][C]` to `[1][⌊H/2⌋][⌊W/2⌋][C]`. What it drops gets the gradient 0. */
export function pool(x: Tensor4D, pooling: Pooling): Tensor4D {
  return pooling === 'max' ? max(x) : average(x, pooling === 'scaled-average' ? 2 : 1);
}

function average(x: Tensor4D, factor: number): Tensor4D {
  return differentiable<Tensor4D>([x], () => ({
    output: mul(avgPool(x, 2, 2, 'valid'), factor),
    saved: [],
    backward: (dy) => {
      const [, height, width] = dy.shape;
      const spread = image.resizeNearestNeighbor(dy, [2 * height, 2 * width]);
      return [padTo(mul(spread, factor / 4), x.shape)];
    },
  }));
}

/** The first of the largest values of a window gets its whole gradient, in every backend. */
function max(x: Tensor4D): Tensor4D {
  return differentiable<Tensor4D>([x], () => {
    const output = maxPool(x, 2, 2, 'valid');
    return {
      output,
      saved: [x, output],
      backward: (dy, [input, y]) => {
        const [, height, width, channels] = dy.shape;
        const windows = reshape(slice(input, [0, 0, 0, 0], [1, 2 * height, 2 * width, channels]), [
          height,
          2,
          width,
          2,
          channels,
        ]);
        const corner = [height, 1, width, 1, channels];
        const largest = reshape(y, corner);
        let undecided: Tensor = reshape(dy, corner);
        const takeAt = (row: number, column: number): Tensor => {
          const value = slice(windows, [0, row, 0, column, 0], corner);
          const taken = mul(undecided, cast(equal(value, largest), 'float32'));
          undecided = sub(undecided, taken);
          return taken;
        };
        const rows = [0, 1].map((row) => concat([takeAt(row, 0), takeAt(row, 1)], 3));
        const gradient: Tensor4D = reshape(concat(rows, 1), [1, 2 * height, 2 * width, channels]);
        return [padTo(gradient, x.shape)];
      },
    };
  });
}

/** Zeros below and to the right, for the row or column that an odd size drops. */
function padTo(x: Tensor4D, [, height, width]: Tensor4D['shape']): Tensor4D {
  const below: [number, number] = [0, height - x.shape[1]];
  const right: [number, number] = [0, width - x.shape[2]];
  return below[1] + right[1] === 0 ? x : pad(x, [[0, 0], below, right, [0, 0]]);
}
