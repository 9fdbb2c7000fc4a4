import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createFolderObjectStore } from '../../server/repositories/folder-object-store';
import { limitObjectStore } from '../../server/repositories/limited-object-store';
import { createMemoryObjectStore } from '../support/memory-object-store';
import { objectStoreContract } from './object-store-suite';

const folders: string[] = [];

objectStoreContract('memory', async () => createMemoryObjectStore());
objectStoreContract('folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'atelier-objects-'));
  folders.push(folder);
  return createFolderObjectStore(folder);
});
objectStoreContract('limited', async () =>
  limitObjectStore(createMemoryObjectStore(), 1e9, () => {
    throw new Error('there is room');
  }),
);

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));
