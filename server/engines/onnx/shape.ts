import type { GraphBuilder, Shape, Value } from './graph';

/** `[1][C][H][W]` as the matrix `[C][H·W]`. */
export function asMatrix(graph: GraphBuilder, value: Value, channels: number): Value {
  return graph.node('Reshape', [value, graph.integers(channels, -1)]);
}

/** How many entries `value` has, as a float32 scalar. */
export function entries(graph: GraphBuilder, value: Value): Value {
  return graph.node('Cast', [graph.node('Size', [value])], { to: 1 });
}

/**
 * `Σ v²` of a tensor as a scalar. Row by row and then over the rows: one running float32 sum over a 512×512 Gram
 * matrix loses two digits that a line search needs.
 */
export function sumOfSquares(graph: GraphBuilder, matrix: Value): Value {
  const rows = graph.node('ReduceSumSquare', [matrix], { axes: [-1], keepdims: 0 });
  return graph.node('ReduceSum', [rows], { keepdims: 0 });
}

/**
 * `value` unchanged, by way of a pooling of 1×1. The runtime adds two tensors in the blocked layout of its convolutions
 * only where both are in it, and this brings one into it: else the sum, what it is added to and the mask of what comes
 * of it would all be reordered.
 */
export function blocked(graph: GraphBuilder, value: Value, shape: Shape): Value {
  graph.declare(value, shape);
  const result = graph.node('MaxPool', [value], { kernel_shape: [1, 1] });
  graph.declare(result, shape);
  return result;
}
