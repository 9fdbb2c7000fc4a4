import type { Connection } from './room-reducer';

/** What is said of the connection, as a key of the messages. */
export type ConnectionNotice = 'connecting' | 'slow' | 'reconnecting' | 'gone' | 'offline' | 'stopping';

/** A first connection that takes longer is said to. */
export const SLOW_SECONDS = 8;
/** A server that is started again answers sooner than that. */
export const GONE_SECONDS = 40;

/**
 * What to say of a connection.
 * @param entered whether this page has been in the room
 * @param seconds since it was connected last, or since the page was opened
 */
export function connectionNotice(
  connection: Connection,
  entered: boolean,
  seconds: number,
): ConnectionNotice | null {
  switch (connection) {
    case 'online':
      return null;
    case 'offline':
      return 'offline';
    case 'stopping':
      return seconds < GONE_SECONDS ? 'stopping' : 'gone';
    case 'connecting':
    case 'reconnecting':
      if (seconds >= GONE_SECONDS) return 'gone';
      if (entered) return 'reconnecting';
      return seconds < SLOW_SECONDS ? 'connecting' : 'slow';
  }
}

/** Whether there is something to do besides waiting: where the machine has no network, trying again changes nothing. */
export function mayRetry(notice: ConnectionNotice): boolean {
  return notice === 'reconnecting' || notice === 'slow' || notice === 'gone';
}
