import type { CurvePoint } from '../../server/protocol/curves';

/** `points` and, behind them, those of `more` that come later: a batch that arrives twice changes nothing. */
export function appendPoints(
  points: readonly CurvePoint[],
  more: readonly CurvePoint[],
): readonly CurvePoint[] {
  const last = points.at(-1)?.iteration ?? -1;
  const fresh = more.filter((point) => point.iteration > last);
  return fresh.length === 0 ? points : [...points, ...fresh];
}

/** Both curves as one, in the order of their iterations; where both know one, `b` wins. */
export function mergePoints(a: readonly CurvePoint[], b: readonly CurvePoint[]): CurvePoint[] {
  const byIteration = new Map([...a, ...b].map((point) => [point.iteration, point]));
  return [...byIteration.values()].sort((one, other) => one.iteration - other.iteration);
}
