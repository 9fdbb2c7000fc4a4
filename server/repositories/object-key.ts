import { createHash } from 'node:crypto';
import type { ObjectKey } from '../rooms/record';

/** The key of these bytes: their SHA-256 in lower-case hex. */
export function objectKey(bytes: Uint8Array): ObjectKey {
  return createHash('sha256').update(bytes).digest('hex');
}

/** True for what {@link objectKey} can return; anything else must never become part of a path. */
export function isObjectKey(value: string): value is ObjectKey {
  return /^[0-9a-f]{64}$/.test(value);
}
