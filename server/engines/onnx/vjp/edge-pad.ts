import { text } from '../graph';
import type { GraphBuilder, Value } from '../graph';
import type { Step } from './step';

/**
 * One pixel more on every side, each a copy of the nearest one: `[1][C][H][W]` → `[1][C][H+2][W+2]`. Backward the
 * gradient at each copy is added to the pixel that it is a copy of.
 */
export function edgePad(graph: GraphBuilder, x: Value): Step {
  return {
    output: graph.node('Pad', [x, graph.integers(0, 0, 1, 1, 0, 0, 1, 1)], { mode: text('edge') }),
    backward: (gradient) => fold(graph, fold(graph, gradient, 2), 3),
  };
}

/** The first and the last entry along `axis` added to their neighbours, which become the new first and last. */
function fold(graph: GraphBuilder, gradient: Value, axis: number): Value {
  const slice = (from: number, to: number): Value =>
    graph.node('Slice', [gradient, graph.integers(from), graph.integers(to), graph.integers(axis)]);
  const inner = slice(1, -1);
  // As many zeros as there are other entries: of a picture one pixel wide, both borders fold onto the same one.
  const others = graph.node('Sub', [
    graph.node('Gather', [graph.node('Shape', [inner]), graph.integers(axis)]),
    graph.integers(1),
  ]);
  const zeros = (count: number): Value => graph.integers(...new Array<number>(count).fill(0));
  const before = graph.node('Concat', [zeros(axis), others, zeros(7 - axis)], { axis: 0 });
  const after = graph.node('Concat', [zeros(4 + axis), others, ...(axis < 3 ? [zeros(3 - axis)] : [])], {
    axis: 0,
  });
  const first = graph.node('Pad', [slice(0, 1), after]);
  const last = graph.node('Pad', [slice(-1, Number.MAX_SAFE_INTEGER), before]);
  return graph.node('Add', [inner, graph.node('Add', [first, last])]);
}
