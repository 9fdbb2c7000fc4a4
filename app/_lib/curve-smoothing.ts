import type { CurvePoint } from '../../server/protocol/curves';

/** A value of a column of the chart; see `alignCurves` for what the two kinds of nothing mean. */
export type ColumnValue = number | null | undefined;

/** The most that can be smoothed: beyond it a curve of some hundred iterations is all but a line. */
export const MAX_SMOOTHING = 0.99;

/**
 * The exponential moving average of a curve, as TensorBoard draws it: each value is the mean of all up to it, whose weights
 * fall by the factor `weight` from one to the next, and sum to 1. (A plain exponential average begins at 0, and the first
 * values would be drawn too low. Dividing by the sum of the weights so far takes that away, as in Adam.) Values count by
 * their order, not by their iterations. What is nothing stays nothing and does not count.
 * @param weight of what was before, in [0, 1); 0 leaves everything as it is
 */
export function smoothed(values: readonly ColumnValue[], weight: number): ColumnValue[] {
  if (weight <= 0) return [...values];
  let mean = 0;
  let sumOfWeights = 0;
  return values.map((value) => {
    if (value === null || value === undefined) return value;
    mean = weight * mean + (1 - weight) * value;
    sumOfWeights = weight * sumOfWeights + (1 - weight);
    return mean / sumOfWeights;
  });
}

/**
 * Smooths every scale for itself: the loss of another scale is another loss, and an average over both would be of neither.
 * @param values one for each of `points`
 * @param weight see {@link smoothed}
 */
export function smoothedByScale(
  points: readonly CurvePoint[],
  values: readonly ColumnValue[],
  weight: number,
): ColumnValue[] {
  const result: ColumnValue[] = [];
  for (let from = 0; from < points.length;) {
    let to = from + 1;
    while (to < points.length && points[to]!.width === points[from]!.width) to += 1;
    result.push(...smoothed(values.slice(from, to), weight));
    from = to;
  }
  return result;
}
