import type { ObjectKey } from '../../rooms/record';

/** Keeps bytes by their content: uploaded pictures, results, checkpoints. */
export interface ObjectStore {
  /**
   * Keeps the bytes; the same bytes again change nothing. When it resolves they survive the end of the process.
   * @returns their SHA-256, in lower-case hex
   * @throws AppError `unavailable` where they cannot be written, such as on a full disk; nothing of them is kept then
   */
  put(bytes: Uint8Array): Promise<ObjectKey>;

  /** @throws AppError `not-found` where there is no such object; `internal` where it is damaged */
  get(key: ObjectKey): Promise<Buffer>;
}
