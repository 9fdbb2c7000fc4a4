import type { CurvePoint } from '../../server/protocol/curves';
import type { GalleryPlace } from '../../server/protocol/gallery';
import type { RoomId, RunId } from '../../server/protocol/ids';
import { isActive } from '../../server/protocol/runs';
import type { RoomRecord, RunRecord } from '../../server/rooms/record';
import { roomChanged, roomExists, roomNotFound, runNotFound } from '../../server/repositories/failures';
import type { CurveRepository } from '../../server/repositories/ports/curve-repository';
import type {
  ListedResult,
  RecentRoom,
  RoomRepository,
} from '../../server/repositories/ports/room-repository';

/** Rooms and curves that end with the process, for tests. Values are copied on their way in and out, as by a database. */
export function createMemoryDatabase(): { rooms: RoomRepository; curves: CurveRepository } {
  const rooms = new Map<RoomId, RoomRecord>();
  const curves = new Map<RunId, CurvePoint[]>();

  return {
    rooms: {
      async create(room) {
        if (rooms.has(room.id)) throw roomExists(room.id);
        rooms.set(room.id, structuredClone(room));
      },
      async load(id) {
        return structuredClone(rooms.get(id)) ?? null;
      },
      async save(next, previous) {
        const stored = rooms.get(next.id);
        if (!stored) throw roomNotFound(next.id);
        if (stored.revision !== previous.revision) throw roomChanged(next.id);
        rooms.set(next.id, structuredClone(next));
        const kept = new Set(next.runs.map((run) => run.id));
        for (const run of stored.runs) if (!kept.has(run.id)) curves.delete(run.id);
      },
      async recent(personId, limit) {
        return [...rooms.values()]
          .filter((room) => room.deletedAt === null)
          .flatMap((room) => recentRoom(room, personId) ?? [])
          .sort((a, b) => b.updatedAt - a.updatedAt)
          .slice(0, limit);
      },
      async listed(limit, before) {
        const all = [...rooms.values()]
          .flatMap(({ id, title, runs }) => runs.flatMap((run) => listedResult(id, title, run)))
          .filter((one) => !before || comparePlaces(before, one) < 0)
          .sort(comparePlaces);
        const results = all.slice(0, limit);
        const last = results.at(-1);
        const next = last && all.length > limit ? { listedAt: last.listedAt, runId: last.runId } : null;
        return { results, next };
      },
      async unfinishedRuns() {
        return [...rooms.values()].flatMap((room) =>
          room.runs.filter((run) => isActive(run.status)).map((run) => ({ roomId: room.id, runId: run.id })),
        );
      },
      async all() {
        return [...rooms.values()].toSorted((a, b) => a.createdAt - b.createdAt).map((room) => room.id);
      },
      async forget(id) {
        return (rooms.get(id)?.deletedAt ?? null) !== null && rooms.delete(id);
      },
    },
    curves: {
      async save(runId, points) {
        const known = [...rooms.values()].some((room) => room.runs.some((run) => run.id === runId));
        if (!known) throw runNotFound(runId);
        curves.set(runId, structuredClone([...points]));
      },
      async load(runId) {
        return structuredClone(curves.get(runId) ?? []);
      },
    },
  };
}

function recentRoom(room: RoomRecord, personId: string): RecentRoom | undefined {
  const member = room.members.find((candidate) => candidate.personId === personId);
  if (!member) return undefined;
  return {
    id: room.id,
    title: room.title,
    role: member.role,
    updatedAt: room.updatedAt,
    latestResult: room.runs.findLast((run) => run.result !== null)?.id ?? null,
    content: structuredClone(room.setup.content),
  };
}

function listedResult(roomId: RoomId, title: string, { id, listedAt, result }: RunRecord): ListedResult[] {
  return listedAt === null || result === null
    ? []
    : [{ roomId, runId: id, title, listedAt, result: structuredClone(result) }];
}

/** Latest first. */
function comparePlaces(a: GalleryPlace, b: GalleryPlace): number {
  return b.listedAt - a.listedAt || (a.runId < b.runId ? 1 : a.runId > b.runId ? -1 : 0);
}
