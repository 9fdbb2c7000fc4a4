import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase } from '../../server/repositories/database';
import { createMemoryDatabase } from '../support/memory-database';
import { repositoriesContract } from './repositories-suite';

const migrationsDir = resolve(import.meta.dirname, '../../prisma/migrations');

repositoriesContract('memory', async () => ({ ...createMemoryDatabase(), close: async () => {} }));
repositoriesContract('SQLite', async () => {
  // People keep their work in folders with such names.
  const dataDir = await mkdtemp(join(tmpdir(), 'atelier #1 – 100% données '));
  const database = await openDatabase({
    dataDir,
    migrationsDir,
    onDamage: (error) => {
      throw error;
    },
  });
  return {
    ...database,
    close: async () => {
      await database.close();
      await rm(dataDir, { recursive: true });
    },
  };
});
