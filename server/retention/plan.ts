import type { StoredObject } from '../repositories/ports/object-store';
import type { Expiry } from '../rooms/inputs';
import type { ObjectKey } from '../rooms/record';
import type { Holding } from '../rooms/retention';
import { cutoffs, GRACE_MS, type RetentionPolicy } from './policy';

/** Why an object is no longer needed. */
export type Reason = 'unnamed' | 'age' | 'size';

/** What a collection would do. */
export interface CollectionPlan {
  /** What rooms are to let go. */
  readonly before: Expiry;
  readonly removals: readonly {
    readonly object: StoredObject;
    readonly why: Reason;
    readonly kind: keyof Expiry | null;
  }[];
  /** Of all objects together, before and after. */
  readonly bytes: number;
  readonly bytesLeft: number;
}

/** Where there is too much, room is made for what comes until the next time: down to this part of the limit. */
const FILL = 0.9;
/** What goes first where there is too much: states are the largest and can only be gone on from, pictures cannot be made again. */
const ORDER = ['checkpoints', 'keyframes', 'images'] as const;

/** Until when rooms hold an object: `null` for good, else by kind the youngest age at which one does. */
type Hold = Partial<Record<keyof Expiry, number>> | null;

/**
 * Decides what is to go: what no room names, what is too old, and, where all together is still too much, the oldest of
 * each kind. What a room shows is never among it.
 * @param held by all rooms
 * @param now milliseconds since 1970
 */
export function planCollection(
  held: Iterable<Holding>,
  objects: readonly StoredObject[],
  policy: RetentionPolicy,
  now: number,
): CollectionPlan {
  const holds = gather(held);
  const byAge = cutoffs(policy, now);
  const settled = objects.filter(({ putAt }) => putAt < now - GRACE_MS);
  const bytes = sum(objects);
  const bytesByAge = bytes - sum(settled.filter(({ key }) => !isHeld(holds, key, byAge)));
  const excess =
    policy.maxBytes !== null && bytesByAge > policy.maxBytes ? bytesByAge - FILL * policy.maxBytes : 0;
  const before = earlier(holds, settled, byAge, excess);
  const removals = settled
    .filter(({ key }) => !isHeld(holds, key, before))
    .map((object) => ({ object, ...reason(holds, object.key, byAge) }));
  return { before, removals, bytes, bytesLeft: bytes - sum(removals.map(({ object }) => object)) };
}

function gather(held: Iterable<Holding>): Map<ObjectKey, Hold> {
  const holds = new Map<ObjectKey, Hold>();
  for (const { key, until } of held) {
    const known = holds.get(key);
    if (until === 'always' || known === null) holds.set(key, null);
    else holds.set(key, { ...known, [until.kind]: Math.max(known?.[until.kind] ?? -Infinity, until.at) });
  }
  return holds;
}

function isHeld(holds: ReadonlyMap<ObjectKey, Hold>, key: ObjectKey, before: Expiry): boolean {
  const hold = holds.get(key);
  if (!hold) return hold === null;
  return ORDER.some((kind) => hold[kind] !== undefined && hold[kind] >= before[kind]);
}

/** Moves the moments on, kind by kind and oldest first, until so many bytes more are let go or there is nothing left to. */
function earlier(
  holds: ReadonlyMap<ObjectKey, Hold>,
  objects: readonly StoredObject[],
  byAge: Expiry,
  excess: number,
): Expiry {
  const before = { ...byAge };
  let left = excess;
  for (const kind of ORDER) {
    const candidates = objects
      .flatMap((object) => ({ object, at: holds.get(object.key)?.[kind] ?? -Infinity }))
      .filter(({ at }) => Number.isFinite(at) && at >= before[kind])
      .toSorted((one, other) => one.at - other.at);
    for (const { object, at } of candidates) {
      if (left <= 0) return before;
      before[kind] = Math.max(before[kind], at + 1);
      if (!isHeld(holds, object.key, before)) left -= object.bytes;
    }
  }
  return before;
}

function reason(holds: ReadonlyMap<ObjectKey, Hold>, key: ObjectKey, byAge: Expiry) {
  const hold = holds.get(key);
  if (!hold) return { why: 'unnamed', kind: null } as const;
  const kind = ORDER.find((candidate) => hold[candidate] !== undefined) ?? null;
  return { why: isHeld(holds, key, byAge) ? ('size' as const) : ('age' as const), kind };
}

const sum = (objects: readonly StoredObject[]) => objects.reduce((total, { bytes }) => total + bytes, 0);
