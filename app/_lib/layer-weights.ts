import type { Settings } from '../../server/protocol/settings';

export type LayerKind = 'content' | 'style';
export type Layers = Settings['contentLayers'];

export const layerFields = { content: 'contentLayers', style: 'styleLayers' } as const;

/**
 * The layers with one of them at another weight; at 0 it is not read any more.
 * @returns `null` where none would be left, which no run can do with
 */
export function withWeight(layers: Layers, tap: string, weight: number): Layers | null {
  const { [tap]: _, ...others } = layers;
  if (weight > 0) return { ...others, [tap]: weight };
  return Object.values(others).some((other) => other > 0) ? others : null;
}

/** The part that a layer has of its term, 0 … 1: weights are divided by their sum. */
export function partOf(layers: Layers, tap: string): number {
  const sum = Object.values(layers).reduce((total, weight) => total + weight, 0);
  return sum > 0 ? (layers[tap] ?? 0) / sum : 0;
}

/** Whether two choices read the same layers with the same weights, in whatever order they were made. */
export function isSameLayers(one: Layers, other: Layers): boolean {
  const taps = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...taps].every((tap) => (one[tap] ?? 0) === (other[tap] ?? 0));
}
