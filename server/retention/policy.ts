import type { Expiry } from '../rooms/inputs';

/** For how long what is not shown is kept. */
export interface RetentionPolicy {
  /** By kind, in milliseconds; `Infinity` keeps it for good. */
  readonly keepMs: Readonly<Record<keyof Expiry, number>>;
  /** What is left of a deleted room says so for this time, in milliseconds. */
  readonly keepDeletedRoomsMs: number;
  /** Of all objects together; `null`: as much as the disk takes. */
  readonly maxBytes: number | null;
}

/** Bytes are put before a room names them. What is younger than this may be about to be named. */
export const GRACE_MS = 60 * 60 * 1000;

/** What is older than these moments, by its kind, is too old. @param now milliseconds since 1970 */
export function cutoffs({ keepMs }: RetentionPolicy, now: number): Expiry {
  return {
    keyframes: now - keepMs.keyframes,
    checkpoints: now - keepMs.checkpoints,
    images: now - keepMs.images,
  };
}
