import { text } from '../graph';
import type { GraphBuilder, Value } from '../graph';
import { padTo } from '../shape';
import type { Step } from './step';

/**
 * The mean of each 2×2 window, stride 2; an odd last row or column is dropped. Backward each window's four pixels
 * get a quarter each (nearest ×2 upsampling × ¼), and the dropped ones nothing.
 */
export function averagePool(graph: GraphBuilder, x: Value): Step {
  return {
    output: graph.node('AveragePool', [x], { kernel_shape: [2, 2], strides: [2, 2] }),
    backward(gradient) {
      const quarter = graph.node('Mul', [gradient, graph.scalar(0.25)]);
      const upsampled = graph.node('Resize', [quarter, '', graph.floats(1, 1, 2, 2)], {
        mode: text('nearest'),
        coordinate_transformation_mode: text('asymmetric'),
        nearest_mode: text('floor'),
      });
      return padTo(graph, upsampled, x);
    },
  };
}
