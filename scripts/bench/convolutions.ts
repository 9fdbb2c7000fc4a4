import { availableParallelism } from 'node:os';
import { GraphBuilder } from '../../server/engines/onnx/graph';
import { openSession, tensor } from '../../server/engines/onnx/session';
import { convolution } from '../../server/engines/onnx/vjp/conv';
import type { Size } from '../../server/style/image';
import type { Convolution, Network } from '../../server/style/network';
import { activationSize, tapsOf } from '../../server/style/taps';
import { median } from './median';

const RUNS = 5;

/**
 * What the convolutions of one evaluation take by themselves, forward and backward: the sum over all layers of
 * `network`, each in a graph of nothing else. No engine that convolves like this one can be faster.
 *
 * @returns milliseconds
 */
export async function convolutionMs(network: Network, size: Size): Promise<number> {
  let sum = 0;
  const taps = new Map(tapsOf(network).map((tap) => [tap.name, tap]));
  for (const operation of network.operations) {
    if (operation.kind !== 'convolution') continue;
    sum += await layerMs(operation, activationSize(taps.get(operation.name)!, size));
  }
  return sum;
}

async function layerMs(layer: Convolution, { width, height }: Size): Promise<number> {
  const graph = new GraphBuilder();
  const x = graph.input('x', [1, layer.inChannels, height, width]);
  const dy = graph.input('dy', [1, layer.outChannels, height, width]);
  const step = convolution(graph, x, layer);
  // One value of each result: copying them out is no part of the convolution.
  const first = (value: string) =>
    graph.node('Slice', [value, graph.integers(0, 0, 0, 0), graph.integers(1, 1, 1, 1)]);
  graph.output('y', first(step.output), [1, 1, 1, 1]);
  graph.output('dx', first(step.backward(dy)), [1, 1, 1, 1]);

  const session = await openSession(graph.serialise(), 'kept', { threads: availableParallelism() });
  const filled = (channels: number) =>
    tensor(new Float32Array(channels * height * width).fill(0.5), [1, channels, height, width]);
  const feeds = { x: filled(layer.inChannels), dy: filled(layer.outChannels) };
  await session.run(feeds);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = performance.now();
    await session.run(feeds);
    times.push(performance.now() - before);
  }
  await session.release();
  return median(times);
}
