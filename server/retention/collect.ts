import type { RoomId } from '../protocol/ids';
import type { ObjectStore, StoredObject } from '../repositories/ports/object-store';
import type { RoomRepository } from '../repositories/ports/room-repository';
import type { Expiry } from '../rooms/inputs';
import type { Holding, RoomHoldings } from '../rooms/retention';
import { planCollection, type CollectionPlan } from './plan';
import { GRACE_MS, type RetentionPolicy } from './policy';
import { findStrayFiles, removeStrayFile, type StrayFile } from './stray-files';

/** What is collected from. */
export interface Estate {
  /** Absolute. */
  readonly dataDir: string;
  readonly rooms: Pick<RoomRepository, 'all' | 'forget'>;
  readonly objects: Pick<ObjectStore, 'list' | 'remove'>;
  /** Has a room let go of what is older than these moments, if any, and says what it names from then on. */
  readonly letGo: (roomId: RoomId, before: Expiry | null) => Promise<RoomHoldings>;
}

/** What was collected, or would be. */
export interface Collection {
  readonly plan: CollectionPlan;
  readonly removed: CollectionPlan['removals'];
  /** Of all objects that are there then. */
  readonly bytesLeft: number;
  readonly strays: readonly StrayFile[];
  /** Deleted rooms of which nothing is left to say so. */
  readonly forgotten: readonly RoomId[];
  /** Rooms that cannot be read, with the reason. As long as there are any nothing is removed: it might be theirs. */
  readonly unreadable: readonly { readonly roomId: RoomId; readonly error: unknown }[];
}

/** Says what {@link collect} would do, and does nothing. @param now milliseconds since 1970 */
export async function previewCollection(
  estate: Estate,
  policy: RetentionPolicy,
  now: number,
): Promise<Collection> {
  const survey = await surveyRooms(estate, null);
  const plan = planCollection(survey.held, await listObjects(estate), policy, now);
  const isSafe = survey.unreadable.length === 0;
  return {
    plan,
    removed: isSafe ? plan.removals : [],
    bytesLeft: isSafe ? plan.bytesLeft : plan.bytes,
    strays: await findStrayFiles(estate.dataDir, now),
    forgotten: outdated(survey, policy, now),
    unreadable: survey.unreadable,
  };
}

/**
 * Has every room let go of what is too old, removes the objects that no room names any more, and forgets rooms that were
 * deleted long ago.
 * @param now milliseconds since 1970
 * @throws AppError `unavailable` where something cannot be removed; what was removed until then is gone
 */
export async function collect(estate: Estate, policy: RetentionPolicy, now: number): Promise<Collection> {
  const first = await surveyRooms(estate, null);
  const plan = planCollection(first.held, await listObjects(estate), policy, now);
  const survey = await surveyRooms(estate, plan.before);
  const removed: CollectionPlan['removals'][number][] = [];
  let bytesLeft = plan.bytes;
  if (survey.unreadable.length === 0) {
    const named = new Set(survey.held.map(({ key }) => key));
    for (const removal of plan.removals) {
      const { key } = removal.object;
      if (named.has(key) || !(await estate.objects.remove(key, now - GRACE_MS))) continue;
      removed.push(removal);
      bytesLeft -= removal.object.bytes;
    }
  }
  const strays = await findStrayFiles(estate.dataDir, now);
  for (const stray of strays) await removeStrayFile(stray);
  const forgotten: RoomId[] = [];
  for (const roomId of outdated(survey, policy, now)) {
    if (await estate.rooms.forget(roomId)) forgotten.push(roomId);
  }
  return { plan, removed, bytesLeft, strays, forgotten, unreadable: survey.unreadable };
}

interface Survey {
  readonly held: readonly Holding[];
  readonly deleted: readonly { readonly roomId: RoomId; readonly deletedAt: number }[];
  readonly unreadable: Collection['unreadable'];
}

/** Asks every room, also those that are made meanwhile: a copy names what its original may just have let go of. */
async function surveyRooms({ rooms, letGo }: Estate, before: Expiry | null): Promise<Survey> {
  const held: Holding[] = [];
  const deleted: { roomId: RoomId; deletedAt: number }[] = [];
  const unreadable: { roomId: RoomId; error: unknown }[] = [];
  const asked = new Set<RoomId>();
  for (
    let ids = await rooms.all();
    ids.length > 0;
    ids = (await rooms.all()).filter((id) => !asked.has(id))
  ) {
    for (const roomId of ids) {
      asked.add(roomId);
      try {
        const room = await letGo(roomId, before);
        for (const holding of room.held) held.push(holding);
        if (room.deletedAt !== null) deleted.push({ roomId, deletedAt: room.deletedAt });
      } catch (error) {
        unreadable.push({ roomId, error });
      }
    }
  }
  return { held, deleted, unreadable };
}

const outdated = ({ deleted }: Survey, { keepDeletedRoomsMs }: RetentionPolicy, now: number) =>
  deleted.filter(({ deletedAt }) => deletedAt < now - keepDeletedRoomsMs).map(({ roomId }) => roomId);

async function listObjects({ objects }: Estate): Promise<StoredObject[]> {
  const all: StoredObject[] = [];
  for await (const object of objects.list()) all.push(object);
  return all;
}
