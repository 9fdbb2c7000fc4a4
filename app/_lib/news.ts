import type { Activity, Deed } from '../../server/protocol/activity';
import type { RoomState } from './room-reducer';

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
