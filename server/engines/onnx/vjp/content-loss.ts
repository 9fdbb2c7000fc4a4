import { factorOf, targetOf, weightOf } from '../inputs';
import { asMatrix, sumOfSquares } from '../shape';
import type { GraphBuilder, Value } from '../graph';
import type { Tap } from '../../../style/taps';
import type { Term } from './step';

/**
 * `f·‖F − P‖²` and its gradient `2·w·f·(F − P)`, F the activation, P its target and f the factor of the objective's form
 * (style/objective.ts). After Gatys, Ecker & Bethge 2016, eq. 1 and 2.
 */
export function contentLoss(graph: GraphBuilder, activation: Value, tap: Tap): Term {
  const name = `content:${tap.name}` as const;
  const target = graph.input(targetOf(name), [tap.channels, `${name} pixels`]);
  const factor = graph.input(factorOf(name), []);
  const weight = graph.input(weightOf(name), []);
  const difference = graph.node('Sub', [asMatrix(graph, activation, tap.channels), target]);
  const squared = sumOfSquares(graph, difference);
  const slope = graph.node('Mul', [graph.node('Mul', [weight, factor]), graph.scalar(2)]);
  const gradient = graph.node('Mul', [difference, slope]);
  return {
    value: graph.node('Mul', [squared, factor]),
    gradient: graph.node('Reshape', [gradient, graph.node('Shape', [activation])]),
  };
}
