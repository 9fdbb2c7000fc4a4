import type { Moment } from '../../server/protocol/moments';
import type { RoomState } from './room-reducer';
import { shownRun } from './room-selectors';

/** The moment that is on the stage: the one looked back at, else the newest picture of the run; `null` where there is no run. */
export function stageMoment(state: RoomState): Moment | null {
  const run = shownRun(state);
  if (!run) return null;
  if (state.moment !== null) return { runId: run.id, iteration: state.moment };
  // The scalars are ahead of the picture while it is being painted.
  const frame = state.frame?.runId === run.id ? state.frame.iteration : run.progress.iteration;
  return { runId: run.id, iteration: Math.min(frame, run.progress.iteration) };
}
