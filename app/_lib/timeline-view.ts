import type { Run } from '../../server/protocol/runs';
import { stopIndex, stopsOf, type Stop } from './moments';
import type { RoomAction, RoomState } from './room-reducer';
import { latestRun } from './room-selectors';

type View = Extract<RoomAction, { type: 'view' }>;

/**
 * What looks at a stop of a run. At the end of the latest run it is what everybody follows, so that the next one comes
 * into sight too.
 * @param pinned whether the page is about this run alone
 */
export function viewOfStop(state: RoomState, run: Run, stop: Stop, pinned: boolean): View {
  const follows = !pinned && latestRun(state)?.id === run.id;
  const runId = follows && stop.moment === null ? null : run.id;
  return { type: 'view', runId, moment: stop.moment };
}

/** What looks at the stop that is nearest to an iteration; `null` where nothing of the run is kept. */
export function viewOfIteration(state: RoomState, run: Run, iteration: number, pinned: boolean): View | null {
  const stops = stopsOf(run);
  if (stops.length === 0) return null;
  return viewOfStop(state, run, stops[stopIndex(stops, iteration)]!, pinned);
}
