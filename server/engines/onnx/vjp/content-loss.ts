import { factorOf, targetOf, weightOf } from '../inputs';
import { asMatrix, sumOfSquares } from '../shape';
import type { GraphBuilder, Value } from '../graph';
import type { Tap } from '../../../style/taps';
import type { Term } from './step';

/**
 * `‖F − P‖² / ‖P‖²` and its gradient `2·w·(F − P) / ‖P‖²`, F the activation, P its target. (Gatys, Ecker & Bethge
 * 2016, eq. 1 and 2, without the division; like every term here it is relative to its target.)
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
