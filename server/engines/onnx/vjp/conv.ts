import type { Convolution } from '../../../style/network';
import type { GraphBuilder, Value } from '../graph';
import type { Step } from './step';

const geometry = { kernel_shape: [3, 3], pads: [1, 1, 1, 1], strides: [1, 1] } as const;

/**
 * `y = W ⋆ x + b`, 3×3, stride 1, zero padding: `[1][in][H][W]` → `[1][out][H][W]`.
 *
 * Its adjoint is again such a convolution, with the filter turned by 180° and its channel axes swapped:
 * `dx[i] = Σ_o rot180(W[o][i]) ⋆ dy[o]`.
 */
export function convolution(graph: GraphBuilder, x: Value, layer: Convolution): Step {
  const { name, inChannels, outChannels } = layer;
  const weight = graph.weights(`${name} weight`, [outChannels, inChannels, 3, 3], layer.weight);
  const bias = graph.weights(`${name} bias`, [outChannels], layer.bias);
  return {
    output: graph.node('Conv', [x, weight, bias], geometry),
    backward(gradient) {
      const adjoint = graph.weights(`${name} adjoint`, [inChannels, outChannels, 3, 3], adjointFilter(layer));
      return graph.node('Conv', [gradient, adjoint], geometry);
    },
  };
}

/** `[out][in][3][3]` → `[in][out][3][3]`, each 3×3 turned by 180°. */
function adjointFilter({ inChannels, outChannels, weight }: Convolution): Float32Array {
  const adjoint = new Float32Array(weight.length);
  for (let o = 0; o < outChannels; o += 1) {
    for (let i = 0; i < inChannels; i += 1) {
      const from = (o * inChannels + i) * 9;
      const to = (i * outChannels + o) * 9;
      for (let k = 0; k < 9; k += 1) adjoint[to + 8 - k] = weight[from + k];
    }
  }
  return adjoint;
}
