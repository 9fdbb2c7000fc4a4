import { randomBytes } from 'node:crypto';
import { mkdtemp, open, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderObjectStore } from '../../../server/repositories/folder-object-store';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'atelier-objects-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

/** All files below the data directory, relative to it. */
async function files(): Promise<string[]> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dataDir.length + 1));
}

/** What a failing disk reports, after half of the bytes. */
const failingWith = (code: string) => async (path: string) => {
  const file = await open(path, 'wx');
  return {
    writeFile: async (bytes: unknown) => {
      await file.writeFile((bytes as Uint8Array).subarray(0, 10));
      throw Object.assign(new Error(`${code}: write`), { code });
    },
    sync: () => file.sync(),
    close: () => file.close(),
  };
};

describe('the object store in a folder', () => {
  it('is there again for the next process, one file an object, spread over folders', async () => {
    const key = await createFolderObjectStore(dataDir).put(Buffer.from('abc'));
    expect(await files()).toEqual([join('objects', 'ba', '78', key)]);
    expect((await createFolderObjectStore(dataDir).get(key)).toString()).toBe('abc');
  });

  it('leaves nothing but whole files when the same bytes come many times at once', async () => {
    const store = createFolderObjectStore(dataDir);
    const bytes = randomBytes(200_000);
    await Promise.all(Array.from({ length: 10 }, () => store.put(bytes)));
    expect(await files()).toHaveLength(1);
  });

  it.each(['ENOSPC', 'EDQUOT'])(
    'says that the disk is full on %s, and keeps no half of a file',
    async (code) => {
      const store = createFolderObjectStore(dataDir, { openForWriting: failingWith(code) });
      const bytes = randomBytes(1_000);
      const failure = store.put(bytes);
      await expect(failure).rejects.toMatchObject({
        name: 'AppError',
        code: 'unavailable',
        userMessage: expect.stringContaining("The server's disk is full") as string,
      });
      expect(await files()).toEqual([]);

      const again = createFolderObjectStore(dataDir);
      expect(Buffer.compare(await again.get(await again.put(bytes)), bytes)).toBe(0);
    },
  );

  it('says that the disk cannot be written where it is not for lack of room', async () => {
    await writeFile(join(dataDir, 'objects'), 'a file where the folder should be');
    const failure = createFolderObjectStore(dataDir).put(Buffer.from('abc'));
    await expect(failure).rejects.toMatchObject({
      code: 'unavailable',
      userMessage: expect.stringContaining('could not write to its disk') as string,
    });
  });

  it('refuses an object whose bytes were damaged, and is mended by putting it again where it was cut short', async () => {
    const store = createFolderObjectStore(dataDir);
    const bytes = randomBytes(1_000);
    const key = await store.put(bytes);
    const path = join(dataDir, (await files())[0]!);
    await truncate(path, 500);
    await expect(store.get(key)).rejects.toMatchObject({ code: 'internal' });
    await store.put(bytes);
    expect(Buffer.compare(await store.get(key), bytes)).toBe(0);
  });
});
