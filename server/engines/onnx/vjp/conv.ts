import type { Convolution } from '../../../style/network';
import type { GraphBuilder, Value } from '../graph';
import { NO_REST } from '../rests';
import type { Rest } from '../rests';
import type { FilterFactors } from './average-pool';
import { pictureGradient } from './picture-gradient';
import type { Step } from './step';

export interface ConvolutionOptions {
  /** `zero`: the result is as large as x. `none`: two pixels less each way, for an x that was padded already. */
  readonly padding?: 'zero' | 'none';
  readonly factors?: FilterFactors;
  /** The rows and columns at the end that the gradient comes without, since they are 0. */
  readonly missing?: Rest;
}

/** Up to so many input channels {@link pictureGradient} pays. */
const PICTURE_CHANNELS = 3;

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
  { padding = 'zero', factors = { forward: 1, backward: 1 }, missing = NO_REST }: ConvolutionOptions = {},
): Step {
  const { name, inChannels, outChannels } = layer;
  const filter = factors.forward === 1 ? layer.weight : layer.weight.map((value) => value * factors.forward);
  const weight = graph.weights(`${name} weight`, [outChannels, inChannels, 3, 3], filter);
  const bias = graph.weights(`${name} bias`, [outChannels], layer.bias);
  return {
    output: graph.node('Conv', [x, weight, bias], {
      kernel_shape: [3, 3],
      pads: around(padding === 'zero' ? 1 : 0),
    }),
    backward(gradient) {
      const adjoint = adjointFilter(layer, factors.backward);
      const pads = around(padding === 'zero' ? 1 : 2, missing);
      if (inChannels <= PICTURE_CHANNELS) return pictureGradient(graph, gradient, layer, adjoint, pads);
      const filter = graph.weights(`${name} adjoint`, [inChannels, outChannels, 3, 3], adjoint);
      return graph.node('Conv', [gradient, filter], { kernel_shape: [3, 3], pads });
    },
  };
}

/** So much on every side, and what is missing at the end as well. */
function around(padding: number, { rows, columns }: Rest = NO_REST): number[] {
  return [padding, padding, padding + rows, padding + columns];
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
