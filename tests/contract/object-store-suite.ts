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

    const listed = async (store: ObjectStore) => {
      const all = [];
      for await (const object of store.list()) all.push(object);
      return all.toSorted((a, b) => a.key.localeCompare(b.key));
    };

    it('lists what it has, with sizes and when it was put', async () => {
      const store = await create();
      expect(await listed(store)).toEqual([]);
      const before = Date.now() - 2000; // file systems keep times less exactly than clocks do
      const keys = [await store.put(randomBytes(10)), await store.put(randomBytes(2000))];
      const objects = await listed(store);
      expect(objects.map(({ key }) => key)).toEqual(keys.toSorted((a, b) => a.localeCompare(b)));
      expect(objects.map(({ bytes }) => bytes).toSorted((a, b) => a - b)).toEqual([10, 2000]);
      for (const { putAt } of objects) {
        expect(putAt).toBeGreaterThan(before);
        expect(putAt).toBeLessThan(Date.now() + 2000);
      }
    });

    it('removes what was put before a moment, and nothing else', async () => {
      const store = await create();
      const [gone, kept] = [await store.put(randomBytes(10)), await store.put(randomBytes(20))];
      expect(await store.remove(gone, Infinity)).toBe(true);
      expect(await store.remove(gone, Infinity)).toBe(false);
      expect(await store.remove(kept, Date.now() - 60_000)).toBe(false);
      expect(await store.remove('0'.repeat(64), Infinity)).toBe(false);
      expect(await store.remove('../../../../etc/passwd', Infinity)).toBe(false);
      expect((await listed(store)).map(({ key }) => key)).toEqual([kept]);
      await expect(store.get(gone)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('counts what is put again as put now', async () => {
      const store = await create();
      const bytes = randomBytes(100);
      const key = await store.put(bytes);
      const first = (await listed(store))[0]!.putAt;
      await new Promise((resolve) => setTimeout(resolve, 20));
      await store.put(bytes);
      expect((await listed(store))[0]!.putAt).toBeGreaterThan(first);
      await store.remove(key, first + 1);
      expect(await listed(store)).toHaveLength(1);
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
