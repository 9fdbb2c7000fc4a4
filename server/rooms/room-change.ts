import type { RoomChange } from '../protocol/sync';
import type { MemberRecord, RoomRecord } from './record';
import { isSame } from './setting-changes';
import { toBan, toImage, toMember, toRun, type Liveness } from './snapshot';

/**
 * What members have to be told to get from one state of a room to a later one. Records are immutable, so what is the same
 * object needs no look: the work is that of the change, not of the room.
 */
export function roomChange(before: RoomRecord, after: RoomRecord, live: Liveness): RoomChange {
  const change: RoomChange = {};
  if (before.title !== after.title) change.title = after.title;
  if (before.setup !== after.setup) change.setup = after.setup;
  if (before.settingsLocked !== after.settingsLocked) change.settingsLocked = after.settingsLocked;
  if (before.bans !== after.bans) change.bans = after.bans.map(toBan);
  const members = listChange(named(before), named(after), ({ id }) => id);
  if (members) {
    // A member changes with each of their commands, of which nobody sees anything.
    const known = new Map(before.members.map((member) => [member.id, member]));
    const set = members.set.filter((member) => !isSeenAs(known.get(member.id), member));
    if (set.length > 0 || members.gone.length > 0) {
      change.members = { ...members, set: set.flatMap((member) => toMember(member, live)) };
    }
  }
  const images = listChange(before.images, after.images, ({ id }) => id);
  if (images) change.images = { ...images, set: images.set.map(toImage) };
  const runs = listChange(before.runs, after.runs, ({ id }) => id);
  if (runs) change.runs = { ...runs, set: runs.set.map((run) => toRun(run, live)) };
  const activity = listChange(before.activity, after.activity, ({ number }) => number);
  if (activity) change.activity = activity;
  const remarks = listChange(before.remarks, after.remarks, ({ number }) => number);
  if (remarks) change.remarks = remarks;
  return change;
}

function listChange<T, K>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => K,
): { set: T[]; gone: K[] } | null {
  if (before === after) return null;
  const known = new Set(before);
  const kept = new Set(after.map(keyOf));
  const set = after.filter((item) => !known.has(item));
  const gone = before.map(keyOf).filter((key) => !kept.has(key));
  return set.length === 0 && gone.length === 0 ? null : { set, gone };
}

const named = (room: RoomRecord) => room.members.filter(({ name }) => name !== null);

const isSeenAs = (before: MemberRecord | undefined, after: MemberRecord) =>
  before !== undefined &&
  isSame([before.name, before.colour, before.role], [after.name, after.colour, after.role]);
