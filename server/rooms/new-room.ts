import type { RoomId } from '../protocol/ids';
import { MAX_TITLE_LENGTH } from '../protocol/limits';
import type { Setup } from '../protocol/room';
import type { ImageRecord, RoomRecord } from './record';

/** A room in which nobody has been yet. */
export function emptyRoom(id: RoomId, title: string, setup: Setup, now: number): RoomRecord {
  return {
    id,
    title,
    revision: 0,
    createdAt: now,
    updatedAt: now,
    setup,
    keyVersions: { edit: 1, watch: 1, recovery: 1 },
    settingsLocked: false,
    members: [],
    bans: [],
    images: [],
    runs: [],
    activity: [],
    remarks: [],
    deletedAt: null,
  };
}

/** A new room with the pictures and the setup of another one, without its members, runs and remarks. */
export function duplicateRoom(room: RoomRecord, id: RoomId, now: number): RoomRecord {
  const images: readonly ImageRecord[] = room.images.map((image) => ({ ...image, addedAt: now }));
  return { ...emptyRoom(id, titleOfCopy(room.title), room.setup, now), images };
}

/** “Cats” becomes “Cats (2)”, and that “Cats (3)”: a number says in every language that there is another. */
function titleOfCopy(title: string): string {
  if (title === '') return '';
  const [, name, count = '1'] = /^(.*?)(?: \((\d{1,6})\))?$/s.exec(title)!;
  const suffix = ` (${Number(count) + 1})`;
  return name!.slice(0, MAX_TITLE_LENGTH - suffix.length) + suffix;
}
