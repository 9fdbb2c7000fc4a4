import type { LoadOptions } from '../../style/engine';
import type { Network, TapName } from '../../style/network';
import type { GraphBuilder, Value } from './graph';
import { foldPreprocessing } from './preprocessing';
import { averagePool, factorsAfter } from './vjp/average-pool';
import type { FilterFactors } from './vjp/average-pool';
import { convolution } from './vjp/conv';
import { edgePad } from './vjp/edge-pad';
import { maxPool } from './vjp/max-pool';
import { relu } from './vjp/relu';
import type { Rest } from './rests';
import type { Step } from './vjp/step';

/** A step of the network, and the tap that its result is, where it is one. */
export interface NetworkStep extends Step {
  readonly tap?: TapName;
}

/**
 * Adds the whole forward pass of `network` to the graph, from `[1][3][H][W]` pixels on.
 *
 * @param rests what each pooling drops; only the way back depends on it
 */
export function forward(
  graph: GraphBuilder,
  network: Network,
  { pooling, padding }: LoadOptions,
  pixels: Value,
  rests: readonly Rest[],
): NetworkStep[] {
  const { offset, operations } = foldPreprocessing(network);
  const firstConvolution = operations.find(({ kind }) => kind === 'convolution');
  const steps: NetworkStep[] = [];
  let value = graph.node('Sub', [pixels, graph.weights('offset', [1, 3, 1, 1], offset)]);
  let shape: Shape = [1, 3, 'H', 'W'];
  let poolings = 0;
  /** What the poolings since the last convolution leave to the next one's filters. */
  let factors: FilterFactors = { forward: 1, backward: 1 };
  const add = (step: NetworkStep, resultShape: Shape): void => {
    steps.push(withShapes(graph, step, shape, resultShape));
    value = step.output;
    shape = resultShape;
  };
  for (const operation of operations) {
    if (operation.kind === 'pooling') {
      const rest = rests[poolings];
      poolings += 1;
      const own = factorsAfter(pooling);
      factors = { forward: factors.forward * own.forward, backward: factors.backward * own.backward };
      const step = pooling === 'max' ? maxPool(graph, value) : averagePool(graph, value, rest);
      add(step, [1, shape[1], `H after ${poolings}`, `W after ${poolings}`]);
    } else {
      const [, , height, width] = shape;
      const isPadded = padding === 'replicate' && operation === firstConvolution;
      if (isPadded) add(edgePad(graph, value), [1, shape[1], `${height} padded`, `${width} padded`]);
      const step = convolution(graph, value, operation, { padding: isPadded ? 'none' : 'zero', factors });
      factors = { forward: 1, backward: 1 };
      add(step, [1, operation.outChannels, height, width]);
      add({ ...relu(graph, value), tap: operation.name }, shape);
    }
  }
  return steps;
}

type Shape = readonly [batch: number, channels: number, height: string, width: string];

/**
 * Declares that a gradient has the shape of what it is the gradient of. The runtime cannot see that by itself (an odd
 * size is padded back), and without it reorders memory round every mask.
 */
function withShapes(
  graph: GraphBuilder,
  step: NetworkStep,
  inputShape: Shape,
  outputShape: Shape,
): NetworkStep {
  graph.declare(step.output, outputShape);
  return {
    ...step,
    backward(gradient) {
      const result = step.backward(gradient);
      graph.declare(result, inputShape);
      return result;
    },
  };
}
