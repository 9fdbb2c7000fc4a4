import { add, mul, pad, slice, sub, type Scalar, type Tensor3D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';
import { sumOfSquares } from './sum-of-squares';

type Triple = [number, number, number];

/**
 * `mean (x[·,·+1] − x)² + mean (x[·+1,·] − x)²` of `[3][H][W]`, one mean per axis. A difference `d` of `n` has the
 * gradient `2 d / n` at the one neighbour, and its negative at the other.
 */
export function totalVariation(pixels: Tensor3D): Scalar {
  return differentiable<Scalar>([pixels], () => {
    const rows = differences(pixels, 1);
    const columns = differences(pixels, 2);
    return {
      output: add(mul(sumOfSquares(rows), 1 / rows.size), mul(sumOfSquares(columns), 1 / columns.size)),
      saved: [rows, columns],
      backward: (dy, [d1, d2]) => [mul(add(spread(d1 as Tensor3D, 1), spread(d2 as Tensor3D, 2)), dy)],
    };
  });
}

function differences(x: Tensor3D, axis: 1 | 2): Tensor3D {
  const begin: Triple = [0, 0, 0];
  const size: Triple = [...x.shape];
  begin[axis] = 1;
  size[axis] -= 1;
  return sub(slice(x, begin, size), slice(x, [0, 0, 0], size));
}

function spread(d: Tensor3D, axis: 1 | 2): Tensor3D {
  const padded = (before: number, after: number): Tensor3D =>
    pad(
      d,
      d.shape.map((_, index): [number, number] => (index === axis ? [before, after] : [0, 0])),
    );
  return mul(sub(padded(1, 0), padded(0, 1)), 2 / d.size);
}
