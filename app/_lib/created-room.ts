import type { RoomId } from '../../server/protocol/ids';

const KEY = 'atelier.created';

/** Remembers, until its page has opened, that this tab has just created a room. */
export function rememberCreated(roomId: RoomId): void {
  try {
    sessionStorage.setItem(KEY, roomId);
  } catch (error) {
    // Without it the hint about the recovery link does not show; the link is in the share menu all the same.
    console.warn(error);
  }
}

/** Whether this tab has just created this room. */
export function isJustCreated(roomId: RoomId): boolean {
  try {
    return sessionStorage.getItem(KEY) === roomId;
  } catch (error) {
    console.warn(error);
    return false;
  }
}

export function forgetCreated(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch (error) {
    console.warn(error);
  }
}
