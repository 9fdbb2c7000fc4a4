import type { ObjectKey } from '../../server/rooms/record';
import { objectNotFound } from '../../server/repositories/failures';
import { objectKey } from '../../server/repositories/object-key';
import type { ObjectStore } from '../../server/repositories/ports/object-store';

/** An object store that ends with the process, for tests. */
export function createMemoryObjectStore(): ObjectStore {
  const objects = new Map<ObjectKey, Uint8Array>();
  return {
    async put(bytes) {
      const key = objectKey(bytes);
      objects.set(key, Uint8Array.from(bytes));
      return key;
    },
    async get(key) {
      const bytes = objects.get(key);
      if (!bytes) throw objectNotFound(key);
      return Buffer.from(bytes);
    },
  };
}
