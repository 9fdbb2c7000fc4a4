import type { CurvePoint } from '../../server/protocol/curves';
import { valueAt, type Series } from './curve-series';

/** A curve of the chart: a series of one of the runs in it. */
export interface CurveLine {
  readonly series: Series;
  /** As CSS understands it. */
  readonly colour: string;
  /** Whose points it is drawn from: the index of the run. */
  readonly of: number;
}

/**
 * The curves of several runs as columns over all their iterations, which come first and rise. Where a run has no point the
 * value is `undefined`, and the line goes on to its next one; where it has a point without a value, or one without a
 * logarithm, it is `null`: a gap.
 * @param curves the points of every run, by their iterations
 */
export function alignCurves(
  curves: readonly (readonly CurvePoint[])[],
  lines: readonly CurveLine[],
): [number[], ...(number | null | undefined)[][]] {
  const byIteration = curves.map((points) => new Map(points.map((point) => [point.iteration, point])));
  const iterations = [...new Set(curves.flatMap((points) => points.map(({ iteration }) => iteration)))].sort(
    (a, b) => a - b,
  );
  return [
    iterations,
    ...lines.map(({ series, of }) =>
      iterations.map((iteration) => {
        const point = byIteration[of]?.get(iteration);
        if (!point) return undefined;
        const value = valueAt(point, series);
        return value !== undefined && value > 0 ? value : null;
      }),
    ),
  ];
}

/** The point of a curve at this iteration, else the last one before it, else the first. */
export function pointAt(points: readonly CurvePoint[], iteration: number): CurvePoint | undefined {
  return points.findLast((point) => point.iteration <= iteration) ?? points[0];
}

/**
 * Which series of another run are laid over a run's: all of its terms beside terms, and of layers, of which there are many
 * already, its total alone.
 */
export function overlaidSeries(series: readonly Series[]): readonly Series[] {
  return series.some(({ layer }) => layer !== null) ? series.filter(({ kind }) => kind === 'total') : series;
}
