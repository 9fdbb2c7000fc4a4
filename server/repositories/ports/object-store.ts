import type { ObjectKey } from '../../rooms/record';

/** What is known of an object without reading it. */
export interface StoredObject {
  readonly key: ObjectKey;
  readonly bytes: number;
  /** When it was put last; milliseconds since 1970. */
  readonly putAt: number;
}

/** Keeps bytes by their content: uploaded pictures, results, keyframes, checkpoints. */
export interface ObjectStore {
  /**
   * Keeps the bytes; the same bytes again change nothing. When it resolves they survive the end of the process.
   * @returns their SHA-256, in lower-case hex
   * @throws AppError `unavailable` where they cannot be written, such as on a full disk; nothing of them is kept then
   */
  put(bytes: Uint8Array): Promise<ObjectKey>;

  /** @throws AppError `not-found` where there is no such object; `internal` where it is damaged */
  get(key: ObjectKey): Promise<Buffer>;

  /** Every object, in no order. What is put or removed meanwhile may be among them or not. */
  list(): AsyncIterable<StoredObject>;

  /**
   * Lets an object go, unless it was put (again) at `before` or later: whoever decided that nobody needs it did not know of
   * that. One that is not there is no error.
   * @param before milliseconds since 1970
   * @returns whether it was there and is gone
   * @throws AppError `unavailable` where it cannot be removed
   */
  remove(key: ObjectKey, before: number): Promise<boolean>;
}
