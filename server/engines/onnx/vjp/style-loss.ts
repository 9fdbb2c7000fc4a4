import { factorOf, targetOf, weightOf } from '../inputs';
import { sumOfSquares } from '../shape';
import type { GraphBuilder, Value } from '../graph';
import type { Tap } from '../../../style/taps';
import { gram } from './gram';
import type { Term } from './step';

/**
 * `k·‖G − A‖²`, G the Gram matrix of the activation, A its target, k the factor that the form asks for (`termFactor`);
 * `dG = 2·w·k·(G − A)`. (Gatys, Ecker & Bethge 2016, eq. 3 to 6, but for the factor.)
 */
export function styleLoss(graph: GraphBuilder, activation: Value, tap: Tap): Term {
  const name = `style:${tap.name}` as const;
  const target = graph.input(targetOf(name), [tap.channels, tap.channels]);
  const factor = graph.input(factorOf(name), []);
  const weight = graph.input(weightOf(name), []);
  const { output, backward } = gram(graph, activation, tap.channels);
  const difference = graph.node('Sub', [output, target]);
  const squared = sumOfSquares(graph, difference);
  const slope = graph.node('Mul', [graph.node('Mul', [weight, factor]), graph.scalar(2)]);
  return {
    value: graph.node('Mul', [squared, factor]),
    gradient: backward(graph.node('Mul', [difference, slope])),
  };
}
