import { float } from '../graph';
import type { GraphBuilder, Shape, Value } from '../graph';
import type { Rest } from '../rests';
import type { Step } from './step';

/** Steep enough that the smallest activation that means anything is cut off at 1, not so steep that 1e7 overflows. */
const STEEP = 1e30;

export interface ReluOptions {
  /** The rows and columns at the end that the gradient comes, and is passed on, without, since they are 0. */
  readonly missing: Rest;
  /** The gradient's shape, without those. */
  readonly gradientShape: Shape;
  readonly channels: number;
}

/**
 * `y = max(x, 0)`; `dx = dy·[y > 0]` (at the kink, where anything from 0 to dy would do, 0).
 *
 * The mask `[y > 0]` is written as `clip(STEEP·y, 0, 1)`, a HardSigmoid: unlike a comparison and a selection it is
 * vectorised, and the runtime can leave it in the blocked layout of its convolutions.
 */
export function relu(graph: GraphBuilder, x: Value, options: ReluOptions): Step {
  const output = graph.node('Relu', [x]);
  return {
    output,
    backward(gradient) {
      const seen = withoutEnd(graph, output, options);
      const mask = graph.node('HardSigmoid', [seen], { alpha: float(STEEP), beta: float(0) });
      graph.declare(mask, options.gradientShape);
      return graph.node('Mul', [gradient, mask]);
    },
  };
}

/**
 * `y` without its last row or column. Written as a convolution of each channel with a filter that picks one value,
 * which stays in the blocked layout where a Slice would leave it, and takes the mask's HardSigmoid in.
 */
function withoutEnd(
  graph: GraphBuilder,
  y: Value,
  { missing: { rows, columns }, channels }: ReluOptions,
): Value {
  if (rows === 0 && columns === 0) return y;
  const kernel = [1 + rows, 1 + columns];
  const size = kernel[0] * kernel[1];
  const pick = Float32Array.from({ length: channels * size }, (_, i) => (i % size === 0 ? 1 : 0));
  const filter = graph.weights(`${y} without end`, [channels, 1, ...kernel], pick);
  return graph.node('Conv', [y, filter], { kernel_shape: kernel, group: channels });
}
