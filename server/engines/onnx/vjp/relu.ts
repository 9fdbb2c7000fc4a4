import type { GraphBuilder, Value } from '../graph';
import type { Step } from './step';

/** `y = max(x, 0)`; `dx = dy` where `y > 0`, else 0 (at the kink, where either would do, 0). */
export function relu(graph: GraphBuilder, x: Value): Step {
  const output = graph.node('Relu', [x]);
  return {
    output,
    backward(gradient) {
      const positive = graph.node('Greater', [output, graph.scalar(0)]);
      return graph.node('Where', [positive, gradient, graph.scalar(0)]);
    },
  };
}
