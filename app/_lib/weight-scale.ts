import { WEIGHT } from '../../server/protocol/limits';

const STEPS_PER_DECADE = 40;
const decades = Math.log10(WEIGHT.max / WEIGHT.min);

/** Positions of a weight's slider: 0 is off, then logarithmic from the least weight to the greatest. */
export const WEIGHT_POSITIONS = 1 + Math.round(decades * STEPS_PER_DECADE);

/** @param position 0 … {@link WEIGHT_POSITIONS} */
export function positionToWeight(position: number): number {
  if (position < 1) return 0;
  const weight = WEIGHT.min * 10 ** ((position - 1) / STEPS_PER_DECADE);
  return Math.min(WEIGHT.max, Math.max(WEIGHT.min, Number(weight.toPrecision(3))));
}

/** The inverse, not rounded: a typed weight may lie between two positions. */
export function weightToPosition(weight: number): number {
  return weight <= 0 ? 0 : 1 + Math.log10(weight / WEIGHT.min) * STEPS_PER_DECADE;
}
