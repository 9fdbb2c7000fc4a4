import type { CurvePoint, Shares } from '../../server/protocol/curves';
import type { RoomState } from './room-reducer';
import { latestRun } from './room-selectors';

export type TermKind = keyof Shares;

const none: readonly CurvePoint[] = [];

/** The points of the run that everybody follows, as far as they are known. */
function livePoints(state: RoomState): readonly CurvePoint[] {
  const run = latestRun(state);
  return (run && state.curves[run.id]?.points) ?? none;
}

/** The part of the loss that one kind of term has now, 0 … 1; `null` where nothing is known. */
export function lossShare(state: RoomState, kind: TermKind): number | null {
  const point = livePoints(state).at(-1);
  return point && point.total > 0 ? point[kind] / point.total : null;
}

/** The part of the gradient that it had when that was last measured, 0 … 1; `null` where it was not yet. */
export function pullShare(state: RoomState, kind: TermKind): number | null {
  const point = livePoints(state).findLast(({ gradientShares }) => gradientShares !== null);
  return point?.gradientShares?.[kind] ?? null;
}

/** The part of the loss that one layer has now, 0 … 1; `null` where it is not in the curve. */
export function layerShare(state: RoomState, kind: 'content' | 'style', layer: string): number | null {
  const point = livePoints(state).at(-1);
  const value = point?.terms[`${kind}:${layer}`];
  return point && value !== undefined && point.total > 0 ? value / point.total : null;
}
