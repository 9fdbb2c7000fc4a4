import type { RoomState } from './room-reducer';
import { isOwner } from './room-selectors';

const KEY = 'atelier.welcomed';

/** Whether somebody has been shown in this browser how a studio works. Where nothing can be remembered, they have. */
export function isWelcomed(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch (error) {
    // It would come again in every room.
    console.warn(error);
    return true;
  }
}

export function rememberWelcomed(): void {
  try {
    localStorage.setItem(KEY, '1');
  } catch (error) {
    console.warn(error);
  }
}

/** Whether this is an owner whose room has all that a run takes, or a run already: then they have found out themselves. */
export function knowsTheWay(state: RoomState): boolean {
  const { room } = state;
  if (!room || !isOwner(state)) return false;
  return room.runs.length > 0 || (room.setup.content !== null && room.setup.styles.length > 0);
}
