import { AppError } from '../errors';
import type { ObjectKey } from '../rooms/record';
import { objectKey } from './object-key';
import type { ObjectStore } from './ports/object-store';

/**
 * A store that takes no more than so many bytes together. What it has already can be put again.
 * @param onFull called when something was refused for lack of room, so that somebody can make some
 */
export function limitObjectStore(store: ObjectStore, maxBytes: number, onFull: () => void): ObjectStore {
  let inventory: Promise<Inventory> | undefined;
  const known = () => (inventory ??= takeStock(store).catch(forgetFailure));
  const forgetFailure = (error: unknown): never => {
    inventory = undefined; // the next one tries again
    throw error;
  };
  return {
    async put(bytes) {
      const kept = await known();
      const key = objectKey(bytes);
      if (kept.has(key)) return store.put(bytes);
      const total = kept.totalBytes + bytes.byteLength;
      if (total > maxBytes) {
        onFull();
        throw noRoom(total, maxBytes);
      }
      kept.add(key, bytes.byteLength); // at once: others may be put before this is written
      try {
        return await store.put(bytes);
      } catch (error) {
        kept.remove(key);
        throw error;
      }
    },
    get: (key) => store.get(key),
    list: () => store.list(),
    async remove(key, before) {
      const isGone = await store.remove(key, before);
      if (isGone) (await known()).remove(key);
      return isGone;
    },
  };
}

/** What is in a store, and how much that is together. */
class Inventory {
  readonly #sizes = new Map<ObjectKey, number>();
  totalBytes = 0;

  has(key: ObjectKey): boolean {
    return this.#sizes.has(key);
  }

  add(key: ObjectKey, bytes: number): void {
    this.remove(key);
    this.#sizes.set(key, bytes);
    this.totalBytes += bytes;
  }

  remove(key: ObjectKey): void {
    this.totalBytes -= this.#sizes.get(key) ?? 0;
    this.#sizes.delete(key);
  }
}

async function takeStock(store: ObjectStore): Promise<Inventory> {
  const inventory = new Inventory();
  for await (const { key, bytes } of store.list()) inventory.add(key, bytes);
  return inventory;
}

function noRoom(total: number, maxBytes: number): AppError {
  return new AppError({
    code: 'unavailable',
    message: `the object store would hold ${total} bytes, and may hold ${maxBytes}`,
    userMessage:
      'The room for pictures on this server is used up, so this picture could not be saved. What was saved before is safe. The server removes old pictures that nobody needs, where it finds any: try again in a quarter of an hour, or tell whoever runs it to allow more.',
  });
}
