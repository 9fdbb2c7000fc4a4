import type { CurvePoint } from '../../server/protocol/curves';
import { valueAt, type Series } from './curve-series';
import { smoothedByScale, type ColumnValue } from './curve-smoothing';

/** A curve of the chart: a series of one of the runs in it. */
export interface CurveLine {
  readonly series: Series;
  /** As CSS understands it. */
  readonly colour: string;
  /** Whose points it is drawn from: the index of the run. */
  readonly of: number;
  /** Whether it is what was measured, drawn behind its own average. */
  readonly raw?: boolean;
}

/** How values are drawn. */
export interface CurveForm {
  /** Whether the axis of values is logarithmic. */
  readonly log: boolean;
  /** Weight of the moving average; see `smoothed`. */
  readonly smoothing: number;
}

const plainForm: CurveForm = { log: true, smoothing: 0 };

/**
 * The curves of several runs as columns over all their iterations, which come first and rise. Where a run has no point the
 * value is `undefined`, and the line goes on to its next one; where it has a point without a value, or one without a
 * logarithm where that is needed, it is `null`: a gap.
 * @param curves the points of every run, by their iterations
 */
export function alignCurves(
  curves: readonly (readonly CurvePoint[])[],
  lines: readonly CurveLine[],
  form: CurveForm = plainForm,
): [number[], ...ColumnValue[][]] {
  const iterations = [...new Set(curves.flatMap((points) => points.map(({ iteration }) => iteration)))].sort(
    (a, b) => a - b,
  );
  const columns = lines.map((line) => {
    const points = curves[line.of] ?? [];
    const values = points.map((point) => drawable(valueAt(point, line.series), form.log));
    const drawn = line.raw ? values : smoothedByScale(points, values, form.smoothing);
    const byIteration = new Map(points.map(({ iteration }, index) => [iteration, drawn[index]]));
    return iterations.map((iteration) => byIteration.get(iteration));
  });
  return [iterations, ...columns];
}

function drawable(value: number | undefined, log: boolean): number | null {
  return value === undefined || (log && !(value > 0)) ? null : value;
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

/** The lines of a chart; what is drawn later lies above: the run over the other one, averages over what was measured. */
export function linesOf(
  series: readonly Series[],
  { withOther, smooth }: { readonly withOther: boolean; readonly smooth: boolean },
): readonly CurveLine[] {
  const line = (of: number) => (one: Series) => ({ series: one, colour: one.colour, of });
  return [
    ...(smooth ? series.map((one) => ({ ...line(0)(one), raw: true })) : []),
    ...(withOther ? overlaidSeries(series).map(line(1)) : []),
    ...series.map(line(0)),
  ];
}
