import { AppError } from '../errors';
import type { RunQueue } from '../jobs/run-queue';
import type { Logger } from '../logger';
import type { Join } from '../protocol/commands';
import type { Problem } from '../protocol/errors';
import type { GalleryPlace } from '../protocol/gallery';
import type { CommandId, LogId, RoomId } from '../protocol/ids';
import type { ImageInfo } from '../protocol/images';
import type { NetworkId } from '../protocol/networks';
import type { Presence } from '../protocol/presence';
import type { Room } from '../protocol/room';
import { defaultSettings } from '../protocol/settings';
import type { ChangeEvent } from '../protocol/sync';
import type { CurveRepository } from '../repositories/ports/curve-repository';
import type { ObjectStore } from '../repositories/ports/object-store';
import type { ListedPage, RecentRoom, RoomRepository } from '../repositories/ports/room-repository';
import { RoomDispatcher, toError } from './dispatcher';
import type { HostEvent } from './host-event';
import { refuseImage } from './images';
import type { Expiry, RoomCommand, RoomInput } from './inputs';
import type { LinkKeyring } from './link-keys';
import { LiveRoom } from './live-room';
import { LiveRooms } from './live-rooms';
import { duplicateRoom, emptyRoom } from './new-room';
import type { MemberRecord, RoomRecord } from './record';
import { holdings, type RoomHoldings } from './retention';
import { RoomLog } from './room-log';
import { RoomReader, type MemberIdOf } from './room-reader';
import { RunArchive, type LatestRun } from './run-archive';
import { RunFollower } from './run-follower';
import type { Connection } from './room-presence';
import { transition } from './transition';

/** What the host needs from outside. */
export interface RoomHostOptions {
  readonly rooms: RoomRepository;
  readonly curves: CurveRepository;
  readonly objects: ObjectStore;
  readonly queue: RunQueue;
  readonly keyring: LinkKeyring;
  readonly memberId: MemberIdOf;
  readonly readyNetworks: () => readonly NetworkId[];
  /** The network of a new room. */
  readonly defaultNetwork: () => NetworkId;
  readonly newId: () => string;
  readonly now: () => number;
  readonly logger: Logger;
}

/** What somebody who comes in finds. */
export interface Arrival extends LatestRun {
  readonly member: MemberRecord;
  /** By which they say what they look at, until they leave. */
  readonly connection: Connection;
  readonly present: readonly Presence[];
  /** Why not everything of what goes on can be kept; `null` where it is. */
  readonly unkept: Problem | null;
  readonly room: Room;
  /** Which row of changes its revision is one of. */
  readonly log: LogId;
  /** What has happened since they were here; `null` where that is not known. */
  readonly missed: readonly ChangeEvent[] | null;
  readonly keys: ReturnType<LinkKeyring['keysFor']>;
}

/**
 * What can be asked of the rooms. One thing after another is done in a room, and kept before it is acknowledged; how that
 * is done is the dispatcher's affair, what happens to runs the follower's.
 */
export class RoomHost {
  /** What can be seen of the rooms. */
  readonly reader: RoomReader;
  readonly #options: RoomHostOptions;
  readonly #rooms: LiveRooms;
  readonly #archive: RunArchive;
  readonly #dispatcher: RoomDispatcher;
  readonly #follower: RunFollower;

  constructor(options: RoomHostOptions) {
    this.#options = options;
    this.#rooms = new LiveRooms(options.rooms, options.newId, (roomId, batch) =>
      this.#dispatcher.tell({ type: 'presence', roomId, batch }),
    );
    this.#archive = new RunArchive(options.curves, options.objects, options.now, options.logger);
    this.reader = new RoomReader(this.#rooms, this.#archive, options.memberId);
    this.#dispatcher = new RoomDispatcher({ ...options, archive: this.#archive });
    this.#follower = new RunFollower({
      queue: options.queue,
      rooms: this.#rooms,
      repository: options.rooms,
      dispatcher: this.#dispatcher,
      archive: this.#archive,
      logger: options.logger,
    });
  }

  /** Calls `listener` with what members are to be told. Returns what ends it. */
  subscribe(listener: (event: HostEvent) => void): () => void {
    return this.#dispatcher.subscribe(listener);
  }

  /** Makes a room whose owner is this person. */
  async create(personId: string, title: string): Promise<RoomId> {
    const { newId, now, defaultNetwork } = this.#options;
    const id = newId() as RoomId;
    const setup = { content: null, styles: [], settings: defaultSettings(defaultNetwork()) };
    return this.#open(emptyRoom(id, title, setup, now()), personId);
  }

  /**
   * Makes a room of this person's own with the pictures and the setup of another one.
   * @throws AppError `forbidden` for viewers; `not-found`, `unauthorised`
   */
  async duplicate(roomId: RoomId, personId: string): Promise<RoomId> {
    return this.#rooms.within(roomId, async (live) => {
      if (this.reader.member(live, personId).role === 'viewer') {
        throw new AppError({
          code: 'forbidden',
          message: `a viewer asked for a copy of ${roomId}`,
          userMessage:
            'With this link you can only watch, so the room was not copied. Ask an owner for a link to edit.',
        });
      }
      const { newId, now } = this.#options;
      return this.#open(duplicateRoom(live.record, newId() as RoomId, now()), personId);
    });
  }

  /**
   * Lets a person in by a link's key, or by what they were let in with before.
   * @throws AppError `not-found`; `unauthorised` without a valid key or an earlier visit
   */
  async enter(
    roomId: RoomId,
    personId: string,
    key: string | undefined,
  ): Promise<MemberRecord & { title: string }> {
    return this.#rooms.within(roomId, async (live) => {
      const memberId = this.#options.memberId(personId, roomId);
      const role = key === undefined ? null : this.#options.keyring.roleOf(live.record, key);
      if (role) await this.#dispatcher.dispatch(live, { type: 'member-entered', memberId, personId, role });
      return { ...this.reader.member(live, personId), title: live.record.title };
    });
  }

  /**
   * Counts a connection of the person, who has entered before, and gives all that they need to see the room.
   * @param said their name, needed at the first time, afterwards it renames them; and what they have of the room already
   * @param welcome called once, before anything else happens in the room: nothing is missed between what the arrival
   * shows and the first event after it
   * @throws AppError `unauthorised`; `invalid` where there is no name yet
   */
  async join(
    roomId: RoomId,
    personId: string,
    { name, since }: Omit<Join, 'roomId'>,
    welcome: (arrival: Arrival) => void,
  ): Promise<void> {
    await this.#rooms.within(roomId, async (live) => {
      const { id, name: known } = this.reader.member(live, personId);
      if (name === undefined && known === null) {
        throw new AppError({
          code: 'invalid',
          message: `member ${id} of ${roomId} joined without a name`,
          userMessage: 'Please say a name, so that the others know who is here.',
          field: 'name',
        });
      }
      if (name !== undefined && name !== known) {
        await this.#dispatcher.dispatch(live, {
          type: 'command',
          memberId: id,
          commandId: this.#options.newId() as CommandId,
          command: { type: 'member:rename', name },
        });
      }
      const latest = await this.#archive.latest(live);
      const connection = live.presence.open(id);
      const member = this.reader.member(live, personId);
      welcome({
        member,
        connection,
        present: live.presence.present,
        unkept: live.keeping.problem,
        room: this.#dispatcher.view(live),
        log: live.log.id,
        missed: since ? live.log.missedSince(since) : null,
        keys: this.#options.keyring.keysFor(live.record, member.role),
        ...latest,
      });
    });
  }

  /** Takes back a connection that `join` has counted. */
  async leave(roomId: RoomId, connection: Connection): Promise<void> {
    await this.#rooms.within(roomId, async (live) => live.presence.close(connection));
  }

  /**
   * Does what a member asks, once for each id.
   * @returns the revision that the room has now; what it contains is kept
   * @throws AppError with the reason of a refusal; nothing has changed then
   */
  async command(
    roomId: RoomId,
    personId: string,
    commandId: CommandId,
    command: RoomCommand,
  ): Promise<number> {
    return this.#rooms.within(roomId, async (live) => {
      const memberId = this.#options.memberId(personId, roomId);
      await this.#dispatcher.dispatch(live, { type: 'command', memberId, commandId, command });
      return live.record.revision;
    });
  }

  /** The revision that the room has now. @throws AppError `not-found` */
  async revision(roomId: RoomId): Promise<number> {
    return this.#rooms.within(roomId, async (live) => live.record.revision);
  }

  /**
   * Whether a picture could be added now, so that nobody uploads one in vain.
   * @throws AppError `forbidden` for viewers, `quota` in a full room; `not-found`, `unauthorised`
   */
  async assertTakesImages(roomId: RoomId, personId: string): Promise<void> {
    await this.#rooms.within(roomId, async (live) => {
      const refusal = refuseImage(live.record, this.reader.member(live, personId).id, 0);
      if (refusal) throw toError(refusal, `an image for ${roomId}`);
    });
  }

  /**
   * Adds an uploaded picture to the room. Its bytes are kept only where the room takes it.
   * @param image whose id is the hash of `bytes`
   * @throws AppError as {@link assertTakesImages}; `unavailable` where it cannot be kept
   */
  async addImage(roomId: RoomId, personId: string, image: ImageInfo, bytes: Uint8Array): Promise<void> {
    await this.#rooms.within(roomId, async (live) => {
      const memberId = this.reader.member(live, personId).id;
      const input: RoomInput = { type: 'image-added', memberId, image };
      // Asked first, and done once the bytes are kept: pure, so asking costs nothing and changes nothing.
      const outcome = transition(live.record, input, this.#dispatcher.context(live));
      if (!outcome.ok) throw toError(outcome.problem, `an image for ${roomId}`);
      await this.#options.objects.put(bytes);
      await this.#dispatcher.dispatch(live, input);
    });
  }

  /** The rooms that a person has been in, latest change first. */
  recent(personId: string, limit: number): Promise<RecentRoom[]> {
    return this.#options.rooms.recent(personId, limit);
  }

  /** What owners have published, for anybody, latest first. @param before what was listed last; absent for the beginning */
  gallery(limit: number, before?: GalleryPlace): Promise<ListedPage> {
    return this.#options.rooms.listed(limit, before);
  }

  /**
   * Has a room let go of what is older than these moments.
   * @returns what it names from then on, in memory and on the disk, and whether it was deleted
   * @throws AppError `not-found`; `unavailable` where that cannot be kept, and nothing has changed then
   */
  async letGo(roomId: RoomId, before: Expiry | null): Promise<RoomHoldings> {
    return this.#rooms.within(roomId, async (live) => {
      if (before) await this.#dispatcher.dispatch(live, { type: 'expired', before });
      const { record, kept } = live;
      return { held: [...holdings(record), ...holdings(kept)], deletedAt: record.deletedAt };
    });
  }

  /** After a start: has the runs go on that an earlier server process did not live to end. */
  recover(): Promise<void> {
    return this.#follower.recover();
  }

  /**
   * Waits until everything that was asked of the rooms is done, and listens to the queue no longer.
   * @throws AppError where what happened to a run in one of them can still not be kept
   */
  async close(): Promise<void> {
    try {
      await this.#rooms.withinAll((live) => this.#dispatcher.keepBacklog(live));
    } finally {
      this.#follower.close();
    }
  }

  /** Keeps a room in which nobody has been yet, with this person as its owner. */
  async #open(room: RoomRecord, personId: string): Promise<RoomId> {
    const { rooms, newId, memberId } = this.#options;
    const owned = transition(
      room,
      { type: 'member-entered', memberId: memberId(personId, room.id), personId, role: 'owner' },
      this.#dispatcher.context(new LiveRoom(room, new RoomLog(newId() as LogId, 0), () => undefined)),
    );
    if (!owned.ok) throw new Error(`a new room refused its owner: ${owned.problem.message}`);
    await rooms.create(owned.room);
    return room.id;
  }
}
