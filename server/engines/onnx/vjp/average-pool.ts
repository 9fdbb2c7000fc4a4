import type { Pooling } from '../../../style/network';
import { text } from '../graph';
import type { GraphBuilder, Value } from '../graph';
import type { Rest } from '../rests';
import type { Step } from './step';

/** What a filter, and its adjoint, must be multiplied by. */
export interface FilterFactors {
  readonly forward: number;
  readonly backward: number;
}

/**
 * The mean of each 2×2 window, stride 2; an odd last row or column is dropped. Backward each window's four pixels get
 * all of its gradient (nearest ×2 upsampling), and the dropped ones nothing: {@link factorsAfter} makes a quarter of it.
 */
export function averagePool(graph: GraphBuilder, x: Value, rest: Rest): Step {
  return {
    output: graph.node('AveragePool', [x], { kernel_shape: [2, 2], strides: [2, 2] }),
    backward(gradient) {
      const upsampled = graph.node('Resize', [gradient, '', graph.floats(1, 1, 2, 2)], {
        mode: text('nearest'),
        coordinate_transformation_mode: text('asymmetric'),
        nearest_mode: text('floor'),
      });
      if (rest.rows === 0 && rest.columns === 0) return upsampled;
      return graph.node('Pad', [upsampled, graph.integers(0, 0, 0, 0, 0, 0, rest.rows, rest.columns)]);
    },
  };
}

/**
 * The factors that the filters of the next convolution take over from a pooling, so that they cost no pass over its
 * result: twice the mean forward if that is the pooling, and a quarter backward. Powers of two, so that nothing is
 * rounded.
 */
export function factorsAfter(pooling: Pooling): FilterFactors {
  if (pooling === 'max') return { forward: 1, backward: 1 };
  const forward = pooling === 'scaled-average' ? 2 : 1;
  return { forward, backward: forward / 4 };
}
