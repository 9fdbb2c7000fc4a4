import type { TermName, Weights } from './engine';
import type { TapName } from './network';
import type { ObjectiveForm } from './objective-form';
import { StyleError } from './style-error';
import { addScaled, sumOfSquares } from './vector';

/** Relative importances of layers, ≥ 0; they need not sum to 1. */
export type LayerWeights = Readonly<Record<TapName, number>>;

/** The part of the settings that says how much each term counts. */
export interface TermWeights {
  readonly contentWeight: number;
  readonly styleWeight: number;
  readonly tvWeight: number;
  readonly contentLayers: LayerWeights;
  readonly styleLayers: LayerWeights;
}

/** Mean square below which a target counts as this large: a flat picture must not divide by zero. */
const MEAN_SQUARE_FLOOR = 1e-6;

/**
 * What the squared distance `‖F − P‖²` or `‖G − A‖²` is multiplied by to be the raw term.
 *
 * @param target of a content tap `[C][H·W]`, of a style tap `[C][C]`
 * @returns relative: `1 / ‖target‖²`, the denominator floored; classic: `1 / (C·H·W)` for content, `1 / (4·C²)` for style
 */
export function termFactor(form: ObjectiveForm, kind: 'content' | 'style', target: Float32Array): number {
  if (form === 'classic') return 1 / ((kind === 'content' ? 1 : 4) * target.length);
  return 1 / Math.max(sumOfSquares(target), MEAN_SQUARE_FLOOR * target.length);
}

/** The taps that count: those with a weight above 0, in the order given. */
export function tapsInUse(layers: LayerWeights): TapName[] {
  return Object.keys(layers).filter((name) => layers[name] > 0);
}

/**
 * The factor of every raw term: `a_ℓ·w_content`, `b_ℓ·w_style` and `w_tv`, where the layers' weights are divided by
 * their sum (Σ a = Σ b = 1).
 *
 * @throws StyleError `bad-settings` where a weight is negative or not finite
 */
export function objectiveWeights(settings: TermWeights): Weights {
  const weights: Partial<Record<TermName, number>> = { tv: checked(settings.tvWeight, 'tvWeight') };
  for (const [tap, share] of shares(settings.contentLayers, 'contentLayers')) {
    weights[`content:${tap}`] = share * checked(settings.contentWeight, 'contentWeight');
  }
  for (const [tap, share] of shares(settings.styleLayers, 'styleLayers')) {
    weights[`style:${tap}`] = share * checked(settings.styleWeight, 'styleWeight');
  }
  return weights;
}

/**
 * `A_ℓ = Σ_s β_s G_ℓ(style_s)` with the blend weights divided by their sum (Σ β = 1).
 *
 * @param grams per style picture, per tap, `[C][C]`
 * @throws StyleError `bad-settings` where there is not one weight a picture, or all are 0
 */
export function blendGrams(
  grams: readonly Readonly<Record<TapName, Float32Array>>[],
  blend: readonly number[],
): Record<TapName, Float32Array> {
  if (grams.length === 0 || grams.length !== blend.length) {
    throw new StyleError('bad-settings', `${blend.length} blend weights for ${grams.length} style pictures`);
  }
  const normal = normalised(blend, 'styleBlend');
  if (normal.every((share) => share === 0)) throw new StyleError('bad-settings', 'all blend weights are 0');
  const blended: Record<TapName, Float32Array> = {};
  for (const [tap, first] of Object.entries(grams[0])) {
    const sum = new Float32Array(first.length);
    grams.forEach((gram, index) => addScaled(sum, normal[index], gram[tap]));
    blended[tap] = sum;
  }
  return blended;
}

/** Every tap that counts, with its share of the whole. */
function shares(layers: LayerWeights, name: string): [TapName, number][] {
  const taps = Object.keys(layers);
  const normal = normalised(Object.values(layers), name);
  return taps.map((tap, index): [TapName, number] => [tap, normal[index]]).filter(([, share]) => share > 0);
}

/** The weights divided by their sum; all 0 where the sum is. */
function normalised(weights: readonly number[], name: string): number[] {
  const sum = weights.reduce((total, weight) => total + checked(weight, name), 0);
  return weights.map((weight) => (sum > 0 ? weight / sum : 0));
}

function checked(weight: number, name: string): number {
  if (!(weight >= 0 && Number.isFinite(weight))) {
    throw new StyleError('bad-settings', `${name} must be a number ≥ 0, not ${weight}`);
  }
  return weight;
}
