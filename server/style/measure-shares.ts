import type { Weights } from './engine';
import type { PlanarImage } from './image';
import { gradientShares } from './shares';
import type { KindShares } from './shares';
import { totalVariationGradient } from './total-variation';

/**
 * Each kind's share of the gradient. The total variation's is known in closed form, and the style's is what remains; so
 * it takes one evaluation where both content and style count, else none.
 *
 * @param canvas where the gradient was taken
 * @param gradient of the whole objective there
 * @param weights of the whole objective
 * @param gradientWith evaluates the objective there with these weights instead
 */
export async function measureShares(
  canvas: PlanarImage,
  gradient: Float32Array,
  weights: Weights,
  gradientWith: (weights: Weights) => Promise<Float32Array>,
): Promise<KindShares> {
  const tv = totalVariationGradient(canvas, weights.tv ?? 0);
  const contentWeights = kindOf(weights, 'content:');
  if (!hasWeight(contentWeights)) return gradientShares(gradient, new Float32Array(gradient.length), tv);
  const content = hasWeight(kindOf(weights, 'style:'))
    ? await gradientWith(contentWeights)
    : gradient.map((value, i) => value - tv[i]);
  return gradientShares(gradient, content, tv);
}

function kindOf(weights: Weights, prefix: 'content:' | 'style:'): Weights {
  return Object.fromEntries(Object.entries(weights).filter(([term]) => term.startsWith(prefix)));
}

function hasWeight(weights: Weights): boolean {
  return Object.values(weights).some((weight) => weight !== undefined && weight > 0);
}
