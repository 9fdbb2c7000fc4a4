import { weightOf } from '../inputs';
import { entries, sumOfSquares } from '../shape';
import type { GraphBuilder, Value } from '../graph';
import type { Term } from './step';

/**
 * `mean (x[·,·+1] − x)² + mean (x[·+1,·] − x)²`, one mean per axis, and its gradient. (The squared form, as in Mahendran
 * & Vedaldi 2015 with β = 2, but averaged, so that a weight means the same at every size.)
 */
export function totalVariation(graph: GraphBuilder, pixels: Value): Term {
  const weight = graph.input(weightOf('tv'), []);
  const [across, down] = [3, 2].map((axis) => alongAxis(graph, pixels, axis, weight));
  return {
    value: graph.node('Add', [across.value, down.value]),
    gradient: graph.node('Add', [across.gradient, down.gradient]),
  };
}

/** `d = x[+1] − x[0]` along one axis; `dx` gets `−2d/n` at the pixel and `+2d/n` at its neighbour. */
function alongAxis(graph: GraphBuilder, pixels: Value, axis: number, weight: Value): Term {
  const slice = (from: number, to: number): Value =>
    graph.node('Slice', [pixels, graph.integers(from), graph.integers(to), graph.integers(axis)]);
  const pad = (value: Value, before: number, after: number): Value => {
    const pads = [0, 0, 0, 0, 0, 0, 0, 0];
    pads[axis] = before;
    pads[axis + 4] = after;
    return graph.node('Pad', [value, graph.integers(...pads)]);
  };
  const difference = graph.node('Sub', [slice(1, Number.MAX_SAFE_INTEGER), slice(0, -1)]);
  const count = entries(graph, difference);
  const squared = sumOfSquares(graph, difference);
  const factor = graph.node('Div', [graph.node('Mul', [weight, graph.scalar(2)]), count]);
  const scaled = graph.node('Mul', [difference, factor]);
  return {
    value: graph.node('Div', [squared, count]),
    gradient: graph.node('Sub', [pad(scaled, 1, 0), pad(scaled, 0, 1)]),
  };
}
