import type { CurvePoint } from '../../server/protocol/curves';

export const seriesNames = ['total', 'content', 'style', 'tv'] as const;
export type SeriesName = (typeof seriesNames)[number];

/** The custom properties that hold the colours of the curves. */
export const seriesColours: Readonly<Record<SeriesName, string>> = {
  total: '--ink',
  content: '--curve-content',
  style: '--curve-style',
  tv: '--curve-tv',
};

/** Decades below the greatest value that the chart still shows: a term that starts at nearly 0 must not flatten the rest. */
const SHOWN_RATIO = 1e-4;

/** The curve as columns, iterations first; a value that has no logarithm is a gap. */
export function curveColumns(points: readonly CurvePoint[]): [number[], ...(number | null)[][]] {
  return [
    points.map((point) => point.iteration),
    ...seriesNames.map((name) => points.map((point) => (point[name] > 0 ? point[name] : null))),
  ];
}

/** Bounds of a logarithmic axis that shows values from `min` to `max` with a little room. */
export function lossRange(min: number | null, max: number | null): [number, number] {
  if (min === null || max === null || !(max > 0)) return [0.1, 1];
  return [Math.max(min, max * SHOWN_RATIO) / 1.3, max * 1.3];
}

/** Where the picture changes its size: the first point of every scale but the first. */
export function scaleChanges(points: readonly CurvePoint[]): { iteration: number; side: number }[] {
  return points
    .filter((point, index) => index > 0 && point.width !== points[index - 1]!.width)
    .map(({ iteration, width, height }) => ({ iteration, side: Math.max(width, height) }));
}

/** Which of the places on a logarithmic axis get a line and a label: powers of ten, or 1, 2 and 5 on a short axis. */
export function axisLines(splits: readonly number[]): (number | null)[] {
  const digit = (value: number) => Number(value.toExponential(3).split('e')[0]);
  const only = (digits: readonly number[]) =>
    splits.map((value) => (digits.includes(digit(value)) ? value : null));
  const decades = only([1]);
  return decades.filter((value) => value !== null).length >= 2 ? decades : only([1, 2, 5]);
}
