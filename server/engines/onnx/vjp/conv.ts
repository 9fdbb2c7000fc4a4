import type { Convolution } from '../../../style/network';
import type { GraphBuilder, Value } from '../graph';
import type { FilterFactors } from './average-pool';
import type { Step } from './step';

export interface ConvolutionOptions {
  /** `zero`: the result is as large as x. `none`: two pixels less each way, for an x that was padded already. */
  readonly padding?: 'zero' | 'none';
  readonly factors?: FilterFactors;
}

/**
 * `y = W ⋆ x + b`, 3×3, stride 1: `[1][in][H][W]` → `[1][out][H][W]`.
 *
 * Its adjoint is again such a convolution, with the filter turned by 180° and its channel axes swapped:
 * `dx[i] = Σ_o rot180(W[o][i]) ⋆ dy[o]`, dy padded to where it reaches all of x.
 */
export function convolution(
  graph: GraphBuilder,
  x: Value,
  layer: Convolution,
  { padding = 'zero', factors = { forward: 1, backward: 1 } }: ConvolutionOptions = {},
): Step {
  const { name, inChannels, outChannels } = layer;
  const filter = layer.weight.map((value) => value * factors.forward);
  const weight = graph.weights(`${name} weight`, [outChannels, inChannels, 3, 3], filter);
  const bias = graph.weights(`${name} bias`, [outChannels], layer.bias);
  return {
    output: graph.node('Conv', [x, weight, bias], geometry(padding === 'zero' ? 1 : 0)),
    backward(gradient) {
      const filter = adjointFilter(layer, factors.backward);
      const adjoint = graph.weights(`${name} adjoint`, [inChannels, outChannels, 3, 3], filter);
      return graph.node('Conv', [gradient, adjoint], geometry(padding === 'zero' ? 1 : 2));
    },
  };
}

function geometry(padding: number) {
  return { kernel_shape: [3, 3], pads: [padding, padding, padding, padding], strides: [1, 1] } as const;
}

/** `[out][in][3][3]` → `[in][out][3][3]`, each 3×3 turned by 180°, times `factor`. */
function adjointFilter({ inChannels, outChannels, weight }: Convolution, factor: number): Float32Array {
  const adjoint = new Float32Array(weight.length);
  for (let o = 0; o < outChannels; o += 1) {
    for (let i = 0; i < inChannels; i += 1) {
      const from = (o * inChannels + i) * 9;
      const to = (i * outChannels + o) * 9;
      for (let k = 0; k < 9; k += 1) adjoint[to + 8 - k] = factor * weight[from + k];
    }
  }
  return adjoint;
}
