import { isDeepStrictEqual } from 'node:util';
import type { LogId } from '../../../server/protocol/ids';
import { roomSchema, type Room } from '../../../server/protocol/room';
import { applyCatchUp, applyEvent, changeEventSchema, type RoomCopy } from '../../../server/protocol/sync';
import type { RoomRecord } from '../../../server/rooms/record';
import { roomChange } from '../../../server/rooms/room-change';
import { RoomLog } from '../../../server/rooms/room-log';
import { toRoom, type Liveness } from '../../../server/rooms/snapshot';
import { must } from './invariants';

/** Nobody counts as here: presence is no part of the room's value, and has events of its own. */
const live: Liveness = { online: new Set(), progress: null };

/** Two clients of a room: one gets each change at once, the other is away for a while now and then. */
export class ClientCopies {
  #log: RoomLog;
  #there: RoomCopy;
  #away: RoomCopy;

  constructor(room: RoomRecord, log: LogId) {
    this.#log = new RoomLog(log, room.revision);
    this.#there = this.#away = { log, room: viewOf(room) };
  }

  /** As when a server begins to keep the room in memory: both join anew. */
  restart(room: RoomRecord, log: LogId): void {
    this.#log = new RoomLog(log, room.revision);
    this.#there = { log, room: viewOf(room) };
    this.catchUp(room);
  }

  /** Tells of a change, and compares. */
  change(before: RoomRecord, after: RoomRecord): void {
    const event = changeEventSchema.parse(this.#log.add(after.revision, roomChange(before, after, live)));
    const next = applyEvent(this.#there, event);
    must(next !== null, 'a change fits to the copy of who is there');
    this.#there = next!;
    must(isDeepStrictEqual(this.#there.room, toRoom(after, live, null)), 'a copy is what the server has');
  }

  /** The one that was away comes back, and compares. */
  catchUp(room: RoomRecord): void {
    const { log, room: had } = this.#away;
    const changes = this.#log.missedSince({ log, revision: had.revision });
    const whole = { kind: 'snapshot', log: this.#log.id, room: viewOf(room) } as const;
    const missed = changes && { kind: 'changes' as const, changes: [...changes] };
    const next = applyCatchUp(
      this.#away,
      missed ? { ...missed, online: [], forecast: null, progress: null } : whole,
    );
    must(next !== null && isDeepStrictEqual(next.room, whole.room), 'who was away has what the server has');
    this.#away = next!;
  }
}

/** What members see, which must have the form that they were promised. */
function viewOf(room: RoomRecord): Room {
  const view = toRoom(room, live, null);
  roomSchema.parse(view);
  return view;
}
