import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ObjectStore } from '../../server/repositories/ports/object-store';

/** What every object store does. */
export function objectStoreContract(name: string, create: () => Promise<ObjectStore>): void {
  describe(`object store: ${name}`, () => {
    it('gives back the bytes that were put', async () => {
      const store = await create();
      const bytes = randomBytes(100_000);
      const key = await store.put(bytes);
      expect(Buffer.compare(await store.get(key), bytes)).toBe(0);
    });

    it('names bytes by their SHA-256', async () => {
      const store = await create();
      // FIPS 180-4's example for "abc".
      expect(await store.put(Buffer.from('abc'))).toBe(
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      );
    });

    it('keeps the same bytes once, also when they come at the same time', async () => {
      const store = await create();
      const bytes = randomBytes(5_000);
      const keys = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)));
      expect(new Set(keys).size).toBe(1);
      expect(Buffer.compare(await store.get(keys[0]!), bytes)).toBe(0);
    });

    it('is not changed by what happens to the bytes afterwards', async () => {
      const store = await create();
      const bytes = Uint8Array.from([1, 2, 3]);
      const key = await store.put(bytes);
      bytes[0] = 9;
      (await store.get(key))[1] = 9;
      expect([...(await store.get(key))]).toEqual([1, 2, 3]);
    });

    it('keeps no bytes as well as many', async () => {
      const store = await create();
      const key = await store.put(new Uint8Array());
      expect(await store.get(key)).toHaveLength(0);
    });

    it('takes a view into a larger buffer for what the view shows', async () => {
      const store = await create();
      const key = await store.put(Uint8Array.from([9, 1, 2, 9]).subarray(1, 3));
      expect([...(await store.get(key))]).toEqual([1, 2]);
    });

    it.each([
      ['an unknown key', 'a'.repeat(64)],
      ['a path', '../../../../etc/passwd'],
      ['a key in upper case', 'A'.repeat(64)],
      ['nothing', ''],
    ])('has nothing under %s', async (_, key) => {
      const store = await create();
      await expect(store.get(key)).rejects.toMatchObject({ name: 'AppError', code: 'not-found' });
    });
  });
}
