import { CLASSIC_STYLE_WEIGHT, WEIGHT, type Range } from '../../server/protocol/limits';
import type { ObjectiveForm } from '../../server/protocol/settings';

const STEPS_PER_DECADE = 40;

export type WeightName = 'contentWeight' | 'styleWeight' | 'tvWeight';

const ordinary: Range = { min: 0.01, max: WEIGHT.max };

/** What a weight's slider spans. Classic style losses are huge, so their useful weights are tiny. */
export function weightRange(field: WeightName, form: ObjectiveForm): Range {
  if (form === 'classic' && field === 'styleWeight') return CLASSIC_STYLE_WEIGHT;
  return ordinary;
}

/** Positions of the slider: 0 is off, then logarithmic from the least weight to the greatest. */
export function weightPositions({ min, max }: Range): number {
  return 1 + Math.round(Math.log10(max / min) * STEPS_PER_DECADE);
}

/** @param position 0 … {@link weightPositions} */
export function positionToWeight(position: number, { min, max }: Range): number {
  if (position < 1) return 0;
  const weight = min * 10 ** ((position - 1) / STEPS_PER_DECADE);
  return Math.min(max, Math.max(min, Number(weight.toPrecision(3))));
}

/** The inverse, not rounded: a typed weight may lie between two positions; one beyond the range is at its end. */
export function weightToPosition(weight: number, { min, max }: Range): number {
  if (weight <= 0) return 0;
  const within = Math.min(max, Math.max(min, weight));
  return 1 + Math.log10(within / min) * STEPS_PER_DECADE;
}

/** The weight of the next position above (`direction` 1) or below (-1) one that may lie between two. */
export function nextWeight(weight: number, direction: 1 | -1, range: Range): number {
  const position = weightToPosition(weight, range);
  // Weights are rounded, so that one that is on a position is found a little beside it.
  const nearest = Math.abs(position - Math.round(position)) < 0.1 ? Math.round(position) : position;
  const next = direction === 1 ? Math.floor(nearest) + 1 : Math.ceil(nearest) - 1;
  return positionToWeight(Math.min(weightPositions(range), Math.max(0, next)), range);
}
