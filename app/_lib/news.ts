import type { StoreApi } from 'zustand/vanilla';
import type { Activity, Deed } from '../../server/protocol/activity';
import type { RoomState } from './room-reducer';
import { createWaitingList, type WaitingList } from './waiting-list';

/** What others do that changes what one sees or may do. All else is on the list of activity, and at its place. */
const told: ReadonlySet<Deed['kind']> = new Set(['run', 'fork', 'lock', 'role', 'title']);
/** After a break, much may have happened: the list of activity has it all. */
const MOST = 2;

/** What others have done between two states of a room, oldest first, as far as it is worth a word in the corner. */
export function newsBetween(before: RoomState, after: RoomState): readonly Activity[] {
  const { room, session } = after;
  if (!room || !session || !before.room || before.room.activity === room.activity) return [];
  const known = before.room.activity.at(-1)?.number ?? 0;
  return room.activity
    .filter(
      ({ number, memberId, deed }) =>
        number > known &&
        memberId !== session.memberId &&
        told.has(deed.kind) &&
        // What another one may do concerns that one.
        (deed.kind !== 'role' || deed.memberId === session.memberId),
    )
    .slice(-MOST);
}

/** What others did that has not been said yet; at most as many as are worth it. */
export interface NewsQueue extends Pick<WaitingList<Activity>, 'take' | 'listen'> {
  readonly close: () => void;
}

/**
 * Listens from the first moment in the room: what says the news is fetched only once the room can be used, and what happens
 * until then would never be said.
 */
export function createNewsQueue(room: Pick<StoreApi<RoomState>, 'subscribe'>): NewsQueue {
  const { add, take, listen } = createWaitingList<Activity>(MOST);
  const close = room.subscribe((state, before) => {
    const news = newsBetween(before, state);
    if (news.length > 0) add(news);
  });
  return { take, listen, close };
}
