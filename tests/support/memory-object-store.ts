import type { ObjectKey } from '../../server/rooms/record';
import { objectNotFound } from '../../server/repositories/failures';
import { objectKey } from '../../server/repositories/object-key';
import type { ObjectStore } from '../../server/repositories/ports/object-store';

/** An object store that ends with the process, for tests. */
export function createMemoryObjectStore(): ObjectStore {
  const objects = new Map<ObjectKey, { readonly content: Uint8Array; readonly putAt: number }>();
  return {
    async put(bytes) {
      const key = objectKey(bytes);
      objects.set(key, { content: Uint8Array.from(bytes), putAt: Date.now() });
      return key;
    },
    async get(key) {
      const object = objects.get(key);
      if (!object) throw objectNotFound(key);
      return Buffer.from(object.content);
    },
    async *list() {
      for (const [key, { content, putAt }] of objects) yield { key, bytes: content.byteLength, putAt };
    },
    async remove(key, before) {
      const object = objects.get(key);
      return object !== undefined && object.putAt < before && objects.delete(key);
    },
  };
}
