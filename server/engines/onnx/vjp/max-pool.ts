import type { GraphBuilder, Value } from '../graph';
import type { Step } from './step';

const geometry = { kernel_shape: [2, 2], strides: [2, 2] } as const;

/**
 * The maximum of each 2×2 window, stride 2; an odd last row or column is dropped. Backward the gradient goes to the
 * one pixel that won, the first of equal ones, as the forward operation reports it: were each of equal maxima to get
 * it, a flat patch would get four times its gradient.
 */
export function maxPool(graph: GraphBuilder, x: Value): Step {
  const [output, winners] = graph.nodes('MaxPool', [x], 2, geometry);
  return {
    output,
    backward: (gradient) => graph.node('MaxUnpool', [gradient, winners, graph.node('Shape', [x])], geometry),
  };
}
