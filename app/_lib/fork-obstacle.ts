import type { RoomState } from './room-reducer';
import { startObstacle, type StartObstacle } from './room-selectors';

/** Why nothing can be forked now, as a key of the messages; `null` where it can. */
export type ForkObstacle = StartObstacle | 'not-kept';

/** @param kept the moment that would be forked; `null` where nothing of the run is kept */
export function forkObstacle(state: RoomState, kept: number | null): ForkObstacle | null {
  return startObstacle(state) ?? (kept === null ? 'not-kept' : null);
}
