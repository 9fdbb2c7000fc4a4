import { SHARE } from '../../server/protocol/limits';

/*
 * The blend as one bar: the weights of the paintings in their order, each a part of the whole. What is changed here is how the
 * whole is divided; its sum stays, so that no change of the bar can switch all of them off.
 */

const DIGITS = 4;

/** The part of each, 0 … 1, of the whole; equal parts where all are off. */
export function partsOf(weights: readonly number[]): number[] {
  const sum = total(weights);
  return weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length));
}

/** Where one ends and the next begins, 0 … 1: one less than there are weights. */
export function bordersOf(weights: readonly number[]): number[] {
  let end = 0;
  return partsOf(weights)
    .slice(0, -1)
    .map((part) => (end += part));
}

/**
 * Moves the border after the weight at `index`; only the two beside it change.
 * @param to 0 … 1; stops where a neighbour is used up
 */
export function moveBorder(weights: readonly number[], index: number, to: number): number[] {
  const parts = partsOf(weights);
  const start = total(parts.slice(0, index));
  const both = parts[index]! + parts[index + 1]!;
  const first = Math.min(both, Math.max(0, to - start));
  return weightsOf(weights, parts.with(index, first).with(index + 1, both - first));
}

/**
 * Gives the weight at `index` a part of the whole; the others share the rest as they did.
 * @param part 0 … 1, clamped
 */
export function setPart(weights: readonly number[], index: number, part: number): number[] {
  const parts = partsOf(weights);
  const wanted = Math.min(1, Math.max(0, part));
  // Added up, not taken from 1: what rounding leaves there may be less than the others have.
  const rest = total(parts.toSpliced(index, 1));
  const others = weights.length - 1;
  return weightsOf(
    weights,
    parts.map((other, at) => {
      if (at === index) return wanted;
      return rest > 0 ? (other / rest) * (1 - wanted) : (1 - wanted) / others;
    }),
  );
}

/** Weights with these parts and the same sum, where that is neither too much for one weight nor too little to be divided. */
function weightsOf(weights: readonly number[], parts: readonly number[]): number[] {
  const before = total(weights);
  const sum = before < 1 ? weights.length : Math.min(SHARE.max, before);
  return parts.map((part) => Number((part * sum).toFixed(DIGITS)));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
