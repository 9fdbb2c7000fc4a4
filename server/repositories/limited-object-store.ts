import { AppError } from '../errors';
import type { ObjectKey } from '../rooms/record';
import { objectKey } from './object-key';
import type { ObjectStore } from './ports/object-store';

/**
 * A store that takes no more than so many bytes together. What it has already can be put again.
 * @param onFull called when something was refused for lack of room, so that somebody can make some
 */
export function limitObjectStore(store: ObjectStore, maxBytes: number, onFull: () => void): ObjectStore {
  let sizes: Promise<Map<ObjectKey, number>> | undefined;
  const known = () => (sizes ??= readSizes(store).catch(forgetFailure));
  const forgetFailure = (error: unknown): never => {
    sizes = undefined; // the next one tries again
    throw error;
  };
  return {
    async put(bytes) {
      const kept = await known();
      const key = objectKey(bytes);
      if (kept.has(key)) return store.put(bytes);
      let total = bytes.byteLength;
      for (const size of kept.values()) total += size;
      if (total > maxBytes) {
        onFull();
        throw noRoom(total, maxBytes);
      }
      kept.set(key, bytes.byteLength); // at once: others may be put before this is written
      try {
        return await store.put(bytes);
      } catch (error) {
        kept.delete(key);
        throw error;
      }
    },
    get: (key) => store.get(key),
    list: () => store.list(),
    async remove(key, before) {
      const isGone = await store.remove(key, before);
      if (isGone) (await known()).delete(key);
      return isGone;
    },
  };
}

async function readSizes(store: ObjectStore): Promise<Map<ObjectKey, number>> {
  const sizes = new Map<ObjectKey, number>();
  for await (const { key, bytes } of store.list()) sizes.set(key, bytes);
  return sizes;
}

function noRoom(total: number, maxBytes: number): AppError {
  return new AppError({
    code: 'unavailable',
    message: `the object store would hold ${total} bytes, and may hold ${maxBytes}`,
    userMessage:
      'The room for pictures on this server is used up, so this picture could not be saved. What was saved before is safe. The server is looking for old pictures that nobody needs: try again in a minute, or tell whoever runs it to allow more.',
  });
}
