import type { GalleryPlace } from '../../protocol/gallery';
import type { RoomId, RunId } from '../../protocol/ids';
import type { Picture } from '../../protocol/images';
import type { Role } from '../../protocol/roles';
import type { ResultRecord, RoomRecord } from '../../rooms/record';

/** A room in the list of a person's rooms. */
export interface RecentRoom {
  readonly id: RoomId;
  readonly title: string;
  /** The person's role in it. */
  readonly role: Role;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** The latest run that has left a picture; `null` where none has. */
  readonly latestResult: RunId | null;
  readonly content: Picture | null;
}

/** A result in the gallery. */
export interface ListedResult extends GalleryPlace {
  readonly roomId: RoomId;
  /** Of the room. */
  readonly title: string;
  readonly result: ResultRecord;
}

/** A page of the gallery, latest first. */
export interface ListedPage {
  readonly results: readonly ListedResult[];
  /** The last place of the page where there is more behind it; `null` else. */
  readonly next: GalleryPlace | null;
}

/** Keeps rooms. What a method has written when it resolves survives the end of the process. */
export interface RoomRepository {
  /** @throws AppError `conflict` where there is a room with this id already */
  create(room: RoomRecord): Promise<void>;

  /** The whole room; `null` where there is none with this id. */
  load(id: RoomId): Promise<RoomRecord | null>;

  /**
   * Writes what has changed, all of it or nothing. Rooms are immutable values, so a member, image or run that is the
   * same object at the same place in both counts as unchanged and is not written; likewise an activity or a remark,
   * wherever in its list it is.
   *
   * @param previous the state that was saved last
   * @throws AppError `conflict` where the stored revision is not `previous.revision`: somebody else has written
   * @throws AppError `not-found` where the room has never been created
   */
  save(next: RoomRecord, previous: RoomRecord): Promise<void>;

  /**
   * The rooms that a person is a member of, latest change first, at most `limit`; without those that were deleted or cannot
   * be read.
   */
  recent(personId: string, limit: number): Promise<RecentRoom[]>;

  /**
   * Of the runs with a `listedAt`, of all rooms, those behind a place; without those that cannot be read. It looks at as many
   * runs as it lists, however many there are.
   * @param limit how many it looks at, at most
   * @param before absent for the beginning
   */
  listed(limit: number, before?: GalleryPlace): Promise<ListedPage>;

  /** Runs that are stored as waiting, going on or paused: after a start of the server, those that it was killed in. */
  unfinishedRuns(): Promise<{ roomId: RoomId; runId: RunId }[]>;

  /** Every room that there is, deleted ones too, oldest first. */
  all(): Promise<RoomId[]>;

  /**
   * Forgets a room that was deleted, so that nothing says any more that there was one. One that was not deleted stays.
   * @returns whether it was there and is gone
   */
  forget(id: RoomId): Promise<boolean>;
}
