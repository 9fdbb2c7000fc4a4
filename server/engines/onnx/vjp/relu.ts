import { float } from '../graph';
import type { GraphBuilder, Value } from '../graph';
import type { Step } from './step';

/** Steep enough that the smallest activation that means anything is cut off at 1, not so steep that 1e7 overflows. */
const STEEP = 1e30;

/**
 * `y = max(x, 0)`; `dx = dy·[y > 0]` (at the kink, where anything from 0 to dy would do, 0).
 *
 * The mask `[y > 0]` is written as `clip(STEEP·y, 0, 1)`, a HardSigmoid: unlike a comparison and a selection it is
 * vectorised, and the runtime can leave it in the blocked layout of its convolutions.
 */
export function relu(graph: GraphBuilder, x: Value): Step {
  const output = graph.node('Relu', [x]);
  return {
    output,
    backward(gradient) {
      const mask = graph.node('HardSigmoid', [output], { alpha: float(STEEP), beta: float(0) });
      return graph.node('Mul', [gradient, mask]);
    },
  };
}
