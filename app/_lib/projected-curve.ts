import { thinCurve, type CurvePoint } from '../../server/protocol/curves';

/** The terms that are shown to a hall; smoothness mostly lies far below them. */
export const projectedTerms = ['total', 'style', 'content'] as const;
export type ProjectedTerm = (typeof projectedTerms)[number];

/** More than the pixels that a curve gets there. */
const MAX_POINTS = 400;
/** The scale ends so far below its largest value: the content's loss begins at nothing, which has no logarithm. */
const DECADES = 2;

export interface ProjectedCurve {
  /** Of every term the path of an SVG, in a box of 100 by 100 with the origin at its upper left. */
  readonly paths: Readonly<Record<ProjectedTerm, string>>;
  /** Where an iteration is from left to right, 0 … 100. */
  readonly across: (iteration: number) => number;
}

/** A curve on a logarithmic scale that just holds it. `null` where there are less than two points. */
export function projectCurve(points: readonly CurvePoint[]): ProjectedCurve | null {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || first === last || last.iteration === first.iteration) return null;
  const kept = thinCurve(points, MAX_POINTS);
  const values = kept.flatMap((point) => projectedTerms.map((term) => point[term]));
  const largest = Math.max(...values);
  if (!(largest > 0)) return null;
  const floor = largest / 10 ** DECADES;
  const smallest = Math.max(floor, Math.min(...values.filter((value) => value > 0)));
  const across = (iteration: number) =>
    (100 * (iteration - first.iteration)) / (last.iteration - first.iteration);
  const span = Math.log(largest / smallest);
  const down = (value: number) =>
    span === 0 ? 50 : (100 * Math.log(largest / Math.max(smallest, value))) / span;
  const path = (term: ProjectedTerm) =>
    kept
      .map(
        (point, index) =>
          `${index === 0 ? 'M' : 'L'}${across(point.iteration).toFixed(2)} ${down(point[term]).toFixed(2)}`,
      )
      .join('');
  return { paths: { total: path('total'), style: path('style'), content: path('content') }, across };
}
