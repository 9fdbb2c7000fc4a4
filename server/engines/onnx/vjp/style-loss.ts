import { targetOf, weightOf, inverseNormOf } from '../inputs';
import { sumOfSquares } from '../shape';
import type { GraphBuilder, Value } from '../graph';
import type { Tap } from '../../../style/taps';
import { gram } from './gram';
import type { Term } from './step';

/**
 * `‖G − A‖² / ‖A‖²`, G the Gram matrix of the activation, A its target; `dG = 2·w·(G − A) / ‖A‖²`. (Gatys, Ecker &
 * Bethge 2016, eq. 3 to 6, relative to the target instead of divided by 4N²M².)
 */
export function styleLoss(graph: GraphBuilder, activation: Value, tap: Tap): Term {
  const name = `style:${tap.name}` as const;
  const target = graph.input(targetOf(name), [tap.channels, tap.channels]);
  const inverseNorm = graph.input(inverseNormOf(name), []);
  const weight = graph.input(weightOf(name), []);
  const { output, backward } = gram(graph, activation, tap.channels);
  const difference = graph.node('Sub', [output, target]);
  const squared = sumOfSquares(graph, difference);
  const factor = graph.node('Mul', [graph.node('Mul', [weight, inverseNorm]), graph.scalar(2)]);
  return {
    value: graph.node('Mul', [squared, inverseNorm]),
    gradient: backward(graph.node('Mul', [difference, factor])),
  };
}
