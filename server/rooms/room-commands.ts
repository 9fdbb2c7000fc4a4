import type { Link } from '../protocol/roles';
import { isActive } from '../protocol/runs';
import type { RoomContext } from './inputs';
import { keep, type Transition } from './outcome';
import type { RoomRecord } from './record';

/** Gives the room another title. */
export function renameRoom(room: RoomRecord, title: string): Transition {
  return title === room.title ? keep(room) : keep({ ...room, title });
}

/** Lets only owners change settings, or every editor again. */
export function lockSettings(room: RoomRecord, locked: boolean): Transition {
  return locked === room.settingsLocked ? keep(room) : keep({ ...room, settingsLocked: locked });
}

/** Makes every link of a kind void. Who is in stays in. */
export function rotateLink(room: RoomRecord, link: Link): Transition {
  const keyVersions = { ...room.keyVersions, [link]: room.keyVersions[link] + 1 };
  return keep({ ...room, keyVersions }, { type: 'tell-access', memberIds: room.members.map(({ id }) => id) });
}

/**
 * Empties the room for good, and closes it. What is left says that there was a room, and who was in it: so that its links
 * can tell, and the command is answered when it comes again.
 */
export function deleteRoom(room: RoomRecord, context: RoomContext): Transition {
  const emptied: RoomRecord = {
    ...room,
    title: '',
    setup: {
      content: null,
      styles: [],
      settings: { ...room.setup.settings, styleBlend: {}, initialisation: 'content', initialImage: null },
    },
    bans: [],
    images: [],
    runs: [],
    activity: [],
    remarks: [],
    deletedAt: context.now,
  };
  return keep(
    emptied,
    ...room.runs
      .filter((run) => isActive(run.status))
      .map(({ id }) => ({ type: 'stop-run', runId: id }) as const),
    { type: 'dismiss-members', memberIds: room.members.map(({ id }) => id), problem: deletedProblem },
  );
}

/** What is answered to everything that is asked of a deleted room. */
export const deletedProblem = {
  code: 'not-found',
  message: 'An owner has deleted this room, with its pictures and runs. They cannot be brought back.',
} as const;
