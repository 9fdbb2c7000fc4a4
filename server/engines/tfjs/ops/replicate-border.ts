import { add, concat, pad, slice, type Tensor4D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';

/**
 * One row and one column more on every side, copies of the outermost ones: `[1][H][W][C]` to `[1][H+2][W+2][C]`. A
 * copy's gradient goes to its original.
 */
export function replicateBorder(x: Tensor4D): Tensor4D {
  return differentiable<Tensor4D>([x], () => ({
    output: replicateAlong(replicateAlong(x, 1), 2),
    saved: [],
    backward: (dy) => [gatherAlong(gatherAlong(dy, 2), 1)],
  }));
}

type Axis = 1 | 2;

function replicateAlong(x: Tensor4D, axis: Axis): Tensor4D {
  return concat([part(x, axis, 0, 1), x, part(x, axis, x.shape[axis] - 1, 1)], axis);
}

function gatherAlong(dy: Tensor4D, axis: Axis): Tensor4D {
  const length = dy.shape[axis] - 2;
  const first = part(dy, axis, 0, 1);
  const last = part(dy, axis, length + 1, 1);
  const inner = part(dy, axis, 1, length);
  return add(inner, add(padded(first, axis, 0, length - 1), padded(last, axis, length - 1, 0)));
}

function part(x: Tensor4D, axis: Axis, begin: number, length: number): Tensor4D {
  const begins: [number, number, number, number] = [0, 0, 0, 0];
  const lengths: [number, number, number, number] = [...x.shape];
  begins[axis] = begin;
  lengths[axis] = length;
  return slice(x, begins, lengths);
}

function padded(x: Tensor4D, axis: Axis, before: number, after: number): Tensor4D {
  return pad(
    x,
    x.shape.map((_, index): [number, number] => (index === axis ? [before, after] : [0, 0])),
  );
}
