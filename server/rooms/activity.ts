import type { Activity, Deed } from '../protocol/activity';
import { MAX_ACTIVITIES } from '../protocol/limits';
import type { MemberRecord, RoomRecord } from './record';
import { isSame, isSameGesture, joinChanges } from './setting-changes';

/**
 * Puts on the list what a member has just done. The list keeps the latest entries.
 * @param room as the change has left it, its revision not raised yet
 */
export function addActivity(room: RoomRecord, member: MemberRecord, deed: Deed, now: number): RoomRecord {
  const entry: Activity = {
    number: room.revision + 1,
    at: now,
    memberId: member.id,
    memberName: member.name ?? '',
    deed,
  };
  const last = room.activity.findLast((earlier) => earlier.memberId === member.id);
  const joined = last && joinGesture(last, entry);
  const activity = joined
    ? room.activity.map((other) => (other === last ? joined : other))
    : [...room.activity, entry].slice(-MAX_ACTIVITIES);
  return { ...room, activity };
}

/**
 * The earlier entry with what its member went on to do; `null` where that is something else. Where somebody else has changed
 * the same setting in between, it is something else: taking back one must not take back the other's. An entry stays when its
 * gesture ends where it began, since its number may have been seen.
 */
function joinGesture(earlier: Activity, entry: Activity): Activity | null {
  if (earlier.deed.kind !== 'settings' || entry.deed.kind !== 'settings') return null;
  const before = earlier.deed.changes;
  const after = entry.deed.changes;
  const isGesture = isSameGesture({ ...earlier, changes: before }, { ...entry, changes: after });
  if (!isGesture || !before.every((change, index) => isSame(change.to, after[index]!.from))) return null;
  const changes = joinChanges(before, after);
  if (changes.length === 0) return null;
  return { ...earlier, at: entry.at, deed: { kind: 'settings', changes } };
}
