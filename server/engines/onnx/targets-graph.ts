import type { LoadOptions, TargetTaps } from '../../style/engine';
import type { Network } from '../../style/network';
import { findTap, truncate } from '../../style/taps';
import { forward } from './forward';
import { GraphBuilder } from './graph';
import { PIXELS, targetOf } from './inputs';
import { restsOf } from './rests';
import { asMatrix } from './shape';
import { gram } from './vjp/gram';

/** The forward pass alone, for pictures of any size; outputs are what the objective takes as targets. */
export function targetsGraph(network: Network, taps: TargetTaps, options: LoadOptions): Uint8Array {
  const graph = new GraphBuilder();
  // There is no way back in this graph, which is all that a size would matter to.
  const anySize = { width: 1, height: 1 };
  const pixels = graph.input(PIXELS, [1, 3, 'H', 'W']);
  for (const step of forward(graph, truncate(network, [...taps.content, ...taps.style]), options, pixels, {
    rests: restsOf(network, anySize),
    read: [],
  })) {
    if (step.tap === undefined) continue;
    const { name, channels } = findTap(network, step.tap);
    if (taps.content.includes(name)) {
      graph.output(targetOf(`content:${name}`), asMatrix(graph, step.output, channels), [
        channels,
        `${name} pixels`,
      ]);
    }
    if (taps.style.includes(name)) {
      graph.output(targetOf(`style:${name}`), gram(graph, step.output, channels).output, [
        channels,
        channels,
      ]);
    }
  }
  return graph.serialise();
}
