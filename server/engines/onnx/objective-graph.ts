import type { LoadOptions, TermName } from '../../style/engine';
import type { Network, TapName } from '../../style/network';
import { findTap, truncate } from '../../style/taps';
import { forward } from './forward';
import { GraphBuilder } from './graph';
import type { Value } from './graph';
import type { Rest } from './rests';
import { GRADIENT, PIXELS } from './inputs';
import { blocked } from './shape';
import { contentLoss } from './vjp/content-loss';
import { styleLoss } from './vjp/style-loss';
import { totalVariation } from './vjp/total-variation';

/** Which taps the losses read. */
export interface ObjectiveTaps {
  readonly content: readonly TapName[];
  readonly style: readonly TapName[];
}

/**
 * The whole objective, forward and backward, as one static graph for pictures of any size of which the
 * poolings drop `rests`: inputs are the picture,
 * and every term's target, factor and weight; outputs are the raw terms by name, and the gradient of the
 * weighted total. Holds only the layers up to the deepest tap.
 */
export function objectiveGraph(
  network: Network,
  taps: ObjectiveTaps,
  options: LoadOptions,
  rests: readonly Rest[],
): Uint8Array {
  const graph = new GraphBuilder();
  const pixels = graph.input(PIXELS, [1, 3, 'H', 'W']);
  const steps = forward(graph, truncate(network, [...taps.content, ...taps.style]), options, pixels, {
    rests,
    read: [...taps.content, ...taps.style],
  });

  let gradient: Value | undefined;
  const add = (more: Value): void => {
    gradient = gradient === undefined ? more : graph.node('Add', [gradient, more]);
  };
  for (const step of steps.reverse()) {
    if (step.tap !== undefined) {
      const tap = findTap(network, step.tap);
      if (taps.style.includes(tap.name)) {
        const { value, gradient: more } = styleLoss(graph, step.output, tap);
        graph.output(`style:${tap.name}` satisfies TermName, value, []);
        add(blocked(graph, more, step.shape));
      }
      if (taps.content.includes(tap.name)) {
        const { value, gradient: more } = contentLoss(graph, step.output, tap);
        graph.output(`content:${tap.name}` satisfies TermName, value, []);
        add(more);
      }
    }
    if (gradient !== undefined) gradient = step.backward(gradient);
  }
  const tv = totalVariation(graph, pixels);
  graph.output('tv' satisfies TermName, tv.value, []);
  add(tv.gradient);
  graph.output(GRADIENT, gradient!, [1, 3, 'H', 'W']);
  return graph.serialise();
}
