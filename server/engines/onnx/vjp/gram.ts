import { asMatrix, entries } from '../shape';
import type { GraphBuilder, Value } from '../graph';

/** The Gram matrix of an activation, and its adjoint. */
export interface Gram {
  /** `G = F Fᵀ / (H·W)`, `[C][C]`. */
  readonly output: Value;
  /** From the gradient with respect to G, which must be symmetric, the one with respect to F, `[1][C][H][W]`. */
  backward(gradient: Value): Value;
}

/** `G = F Fᵀ / (H·W)` and `dF = (dG + dGᵀ) F / (H·W) = 2 dG F / (H·W)` for a symmetric dG. */
export function gram(graph: GraphBuilder, activation: Value, channels: number): Gram {
  const features = asMatrix(graph, activation, channels);
  const pixels = graph.node('Div', [entries(graph, activation), graph.scalar(channels)]);
  const product = graph.node('Gemm', [features, features], { transB: 1 });
  return {
    output: graph.node('Div', [product, pixels]),
    backward(gradient) {
      const doubled = graph.node('Div', [graph.node('Mul', [gradient, graph.scalar(2)]), pixels]);
      const flat = graph.node('MatMul', [doubled, features]);
      return graph.node('Reshape', [flat, graph.node('Shape', [activation])]);
    },
  };
}
