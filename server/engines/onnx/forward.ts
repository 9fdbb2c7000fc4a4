import type { LoadOptions } from '../../style/engine';
import type { Network, Pooling, TapName } from '../../style/network';
import type { GraphBuilder, Shape, Value } from './graph';
import { foldPreprocessing } from './preprocessing';
import { averagePool, factorsAfter } from './vjp/average-pool';
import type { FilterFactors } from './vjp/average-pool';
import { convolution } from './vjp/conv';
import { edgePad } from './vjp/edge-pad';
import { maxPool } from './vjp/max-pool';
import { relu } from './vjp/relu';
import { NO_REST } from './rests';
import type { Rest } from './rests';
import type { Step } from './vjp/step';

/** A step of the network, and the tap that its result is, where it is one. */
export interface NetworkStep extends Step {
  readonly tap?: TapName;
  /** Of its result. */
  readonly shape: Shape;
}

/** What the way back depends on. */
export interface WayBack {
  /** What each pooling drops. */
  readonly rests: readonly Rest[];
  /** The taps whose activations have gradients of their own. */
  readonly read: readonly TapName[];
}

/**
 * Adds the whole forward pass of `network` to the graph, from `[1][3][H][W]` pixels on.
 */
export function forward(
  graph: GraphBuilder,
  network: Network,
  options: LoadOptions,
  pixels: Value,
  back: WayBack,
): NetworkStep[] {
  const { pooling, padding } = options;
  const { offset, operations } = foldPreprocessing(network);
  const firstConvolution = operations.find(({ kind }) => kind === 'convolution');
  const missing = missingGradients(operations, pooling, back);
  const steps: NetworkStep[] = [];
  let value = graph.node('Sub', [pixels, graph.weights('offset', [1, 3, 1, 1], offset)]);
  let shape: MapShape = [1, 3, 'H', 'W'];
  let poolings = 0;
  /** What the poolings since the last convolution leave to the next one's filters. */
  let factors: FilterFactors = { forward: 1, backward: 1 };
  const add = (
    step: Omit<NetworkStep, 'shape'>,
    resultShape: MapShape,
    gradientShape: MapShape = shape,
  ): void => {
    steps.push(withShapes(graph, step, gradientShape, resultShape));
    value = step.output;
    shape = resultShape;
  };
  for (const [index, operation] of operations.entries()) {
    if (operation.kind === 'pooling') {
      const taken = missing[index - 1] ?? NO_REST;
      const rest = taken === NO_REST ? back.rests[poolings] : NO_REST;
      poolings += 1;
      const own = factorsAfter(pooling);
      factors = { forward: factors.forward * own.forward, backward: factors.backward * own.backward };
      const step = pooling === 'max' ? maxPool(graph, value) : averagePool(graph, value, rest);
      add(step, [1, shape[1], `H after ${poolings}`, `W after ${poolings}`], without(taken, shape));
    } else {
      const [, , height, width] = shape;
      const isPadded = padding === 'replicate' && operation === firstConvolution;
      if (isPadded) add(edgePad(graph, value), [1, shape[1], `${height} padded`, `${width} padded`]);
      const step = convolution(graph, value, operation, {
        padding: isPadded ? 'none' : 'zero',
        factors,
        missing: missing[index],
      });
      factors = { forward: 1, backward: 1 };
      const channels = operation.outChannels;
      add(step, [1, channels, height, width]);
      const gradientShape = without(missing[index], shape);
      const activation = relu(graph, value, { missing: missing[index], gradientShape, channels });
      add({ ...activation, tap: operation.name }, shape, gradientShape);
    }
  }
  return steps;
}

type MapShape = readonly [batch: number, channels: number, height: string, width: string];

/** `shape` without the rows and columns that a pooling drops. */
function without({ rows, columns }: Rest, [batch, channels, height, width]: MapShape): MapShape {
  return [batch, channels, rows > 0 ? `${height} pooled` : height, columns > 0 ? `${width} pooled` : width];
}

/**
 * What the gradient of each convolution's activation comes without: where nothing but an average pooling reads it,
 * what that drops. To put zeros there would take the gradient out of the blocked memory layout and back again; the
 * convolution's adjoint pads it anyway.
 */
function missingGradients(
  operations: Network['operations'],
  pooling: Pooling,
  { rests, read }: WayBack,
): Rest[] {
  let poolings = 0;
  return operations.map((operation, index) => {
    if (operation.kind === 'pooling') {
      poolings += 1;
      return NO_REST;
    }
    const isOnlyPooled = operations[index + 1]?.kind === 'pooling' && !read.includes(operation.name);
    const rest = rests[poolings];
    return pooling !== 'max' && isOnlyPooled && rest.rows + rest.columns > 0 ? rest : NO_REST;
  });
}

/**
 * Declares that a gradient has the shape of what it is the gradient of. The runtime cannot see that by itself (an odd
 * size is padded back), and without it reorders memory round every mask.
 */
function withShapes(
  graph: GraphBuilder,
  step: Omit<NetworkStep, 'shape'>,
  inputShape: MapShape,
  outputShape: MapShape,
): NetworkStep {
  graph.declare(step.output, outputShape);
  return {
    ...step,
    shape: outputShape,
    backward(gradient) {
      const result = step.backward(gradient);
      graph.declare(result, inputShape);
      return result;
    },
  };
}
