import { AppError } from '../errors';
import type { LogId, RoomId } from '../protocol/ids';
import type { PresenceBatch } from '../protocol/presence';
import type { RoomRepository } from '../repositories/ports/room-repository';
import { LiveRoom } from './live-room';
import { RoomLog } from './room-log';

interface Entry {
  readonly opened: Promise<LiveRoom>;
  /** How many are at work in the room, or wait for it. */
  users: number;
}

/** The rooms that are in memory: read when they are asked for, forgotten when nothing goes on in them. */
export class LiveRooms {
  readonly #rooms: RoomRepository;
  readonly #newId: () => string;
  readonly #tellPresence: (roomId: RoomId, batch: PresenceBatch) => void;
  readonly #live = new Map<RoomId, Entry>();

  constructor(
    rooms: RoomRepository,
    newId: () => string,
    tellPresence: (roomId: RoomId, batch: PresenceBatch) => void,
  ) {
    this.#rooms = rooms;
    this.#newId = newId;
    this.#tellPresence = tellPresence;
  }

  /**
   * Does something in a room, after everything that was asked of it before.
   * @throws AppError `not-found` where there is no such room; whatever `work` throws
   */
  async within<T>(roomId: RoomId, work: (live: LiveRoom) => Promise<T>): Promise<T> {
    const entry = this.#enter(roomId);
    let live: LiveRoom | null = null;
    try {
      const opened = await entry.opened;
      live = opened;
      return await opened.serialise(() => work(opened));
    } finally {
      entry.users -= 1;
      if (entry.users === 0 && (live === null || live.idle)) this.#live.delete(roomId);
    }
  }

  /**
   * Does something in every room that is in memory, after everything that was asked of it before.
   * @throws what `work` has thrown first, once it is done in all of them
   */
  async withinAll(work: (live: LiveRoom) => Promise<void>): Promise<void> {
    const done = await Promise.allSettled([...this.#live.keys()].map((roomId) => this.within(roomId, work)));
    const failed = done.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** Counted at once, so that nobody forgets the room between its being found and its being used. */
  #enter(roomId: RoomId): Entry {
    const entry = this.#live.get(roomId) ?? { opened: this.#read(roomId), users: 0 };
    this.#live.set(roomId, entry);
    entry.users += 1;
    return entry;
  }

  async #read(roomId: RoomId): Promise<LiveRoom> {
    const record = await this.#rooms.load(roomId);
    if (record) {
      const log = new RoomLog(this.#newId() as LogId, record.revision);
      return new LiveRoom(record, log, (batch) => this.#tellPresence(roomId, batch));
    }
    throw new AppError({
      code: 'not-found',
      message: `room ${roomId} not found`,
      userMessage: 'There is no such room. Check the link, or create a new room.',
    });
  }
}
