import type { Network, Pooling, TapName } from '../../style/network';
import type { GraphBuilder, Value } from './graph';
import { foldPreprocessing } from './preprocessing';
import { averagePool } from './vjp/average-pool';
import { convolution } from './vjp/conv';
import { maxPool } from './vjp/max-pool';
import { relu } from './vjp/relu';
import type { Step } from './vjp/step';

/** A step of the network, and the tap that its result is, where it is one. */
export interface NetworkStep extends Step {
  readonly tap?: TapName;
}

/** Adds the whole forward pass of `network` to the graph, from `[1][3][H][W]` pixels on. */
export function forward(
  graph: GraphBuilder,
  network: Network,
  pooling: Pooling,
  pixels: Value,
): NetworkStep[] {
  const { offset, operations } = foldPreprocessing(network);
  const steps: NetworkStep[] = [];
  let value = graph.node('Sub', [pixels, graph.weights('offset', [1, 3, 1, 1], offset)]);
  for (const operation of operations) {
    if (operation.kind === 'pooling') {
      steps.push(pooling === 'max' ? maxPool(graph, value) : averagePool(graph, value));
    } else {
      const linear = convolution(graph, value, operation);
      steps.push(linear, { ...relu(graph, linear.output), tap: operation.name });
    }
    value = steps[steps.length - 1].output;
  }
  return steps;
}
