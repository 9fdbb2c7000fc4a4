import { AppError } from '../errors';
import type { RoomId } from '../protocol/ids';
import type { RoomRepository } from '../repositories/ports/room-repository';
import { LiveRoom } from './live-room';

/** The rooms that are in memory: read when they are asked for, forgotten when nothing goes on in them. */
export class LiveRooms {
  readonly #rooms: RoomRepository;
  readonly #live = new Map<RoomId, Promise<LiveRoom>>();

  constructor(rooms: RoomRepository) {
    this.#rooms = rooms;
  }

  /**
   * Does something in a room, after everything that was asked of it before.
   * @throws AppError `not-found` where there is no such room; whatever `work` throws
   */
  async within<T>(roomId: RoomId, work: (live: LiveRoom) => Promise<T>): Promise<T> {
    const live = await this.#open(roomId);
    try {
      return await live.serialise(() => work(live));
    } finally {
      if (live.idle) this.#live.delete(roomId);
    }
  }

  /** Waits until everything that was asked of the rooms is done. */
  async settle(): Promise<void> {
    for (const opened of await Promise.allSettled(this.#live.values())) {
      if (opened.status === 'fulfilled') await opened.value.serialise(async () => undefined);
    }
  }

  #open(roomId: RoomId): Promise<LiveRoom> {
    const known = this.#live.get(roomId);
    if (known) return known;
    const opened = this.#read(roomId);
    this.#live.set(roomId, opened);
    opened.catch(() => this.#live.delete(roomId));
    return opened;
  }

  async #read(roomId: RoomId): Promise<LiveRoom> {
    const record = await this.#rooms.load(roomId);
    if (record) return new LiveRoom(record);
    throw new AppError({
      code: 'not-found',
      message: `room ${roomId} not found`,
      userMessage: 'There is no such room. Check the link, or create a new room.',
    });
  }
}
