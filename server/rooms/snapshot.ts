import type { Progress } from '../protocol/curves';
import type { MemberId, RunId } from '../protocol/ids';
import type { Room } from '../protocol/room';
import type { RoomRecord, RunRecord } from './record';

/** What is known of a room only while it is live. */
export interface Liveness {
  readonly online: ReadonlySet<MemberId>;
  /** How far the run that is going has come. */
  readonly progress: { readonly runId: RunId; readonly value: Progress } | null;
}

/** The room as its members may see it: no person ids, no object keys. Members who never said a name are not shown. */
export function toRoom(room: RoomRecord, live: Liveness): Room {
  return {
    id: room.id,
    title: room.title,
    revision: room.revision,
    createdAt: room.createdAt,
    setup: room.setup,
    images: [...room.images],
    members: room.members.flatMap(({ id, name, colour, role }) =>
      name === null ? [] : [{ id, name, colour, role, online: live.online.has(id) }],
    ),
    runs: room.runs.map((run) => toRun(run, live)),
  };
}

function toRun(run: RunRecord, live: Liveness): Room['runs'][number] {
  const { networkChecksum: _, result, ...shown } = run;
  return {
    ...shown,
    progress: live.progress?.runId === run.id ? live.progress.value : run.progress,
    result: result && { width: result.width, height: result.height },
  };
}
