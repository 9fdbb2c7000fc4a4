import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataDir } from '../server/data-lock';
import { readEnv, type Env } from '../server/env';
import { openDatabase } from '../server/repositories/database';
import { createFolderObjectStore } from '../server/repositories/folder-object-store';
import { collect, previewCollection, type Collection, type Estate } from '../server/retention/collect';
import { letGoOfStored } from '../server/retention/stored-rooms';
import { parseFlags } from './cli/flags';
import { asUsage, runCli, UsageError } from './cli/run-cli';
import { copyDatabase } from './doctor/storage';
import { formatCollection } from './gc/format';

const USAGE = `Removes what is old and not shown, and what no room names. The server does so by itself once a day.
  npm run gc -- --dry-run   lists what would be removed and why, and changes nothing
  npm run gc                removes it; not while a server uses the data directory
It reads the same environment as the server: ATELIER_DATA_DIR, ATELIER_KEEP_…_DAYS, ATELIER_MAX_STORE_GB.
`;

const migrationsDir = join(import.meta.dirname, '../prisma/migrations');

await runCli(async () => {
  const flags = parseFlags(process.argv.slice(2), {
    'dry-run': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (flags.help) {
    process.stdout.write(USAGE);
    return;
  }
  const env = await asUsage(() => readEnv());
  if (!existsSync(join(env.dataDir, 'atelier.db'))) {
    throw new UsageError(
      `${env.dataDir} has no database, so there is nothing to collect. Is ATELIER_DATA_DIR right?`,
    );
  }
  const isDry = flags['dry-run'] ?? false;
  const collection = isDry ? await preview(env) : await collectAlone(env);
  process.stdout.write(formatCollection(collection, isDry));
  for (const { roomId, error } of collection.unreadable) {
    process.stderr.write(
      `room ${roomId} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`,
    );
  }
  if (collection.unreadable.length > 0) {
    process.stderr.write('Nothing of the rooms’ was removed: it might be what these need.\n');
    process.exitCode = 1;
  }
});

/** Looks at a copy of the database, so that a server may go on using it, and nothing is brought up to this version. */
async function preview(env: Env): Promise<Collection> {
  const copyDir = await mkdtemp(join(tmpdir(), 'atelier-gc-'));
  try {
    await copyDatabase(join(env.dataDir, 'atelier.db'), join(copyDir, 'atelier.db'));
    return await within(copyDir, env.dataDir, (estate) =>
      previewCollection(estate, env.retention, Date.now()),
    );
  } finally {
    await rm(copyDir, { recursive: true, force: true });
  }
}

async function collectAlone(env: Env): Promise<Collection> {
  const lock = await asUsage(
    () => lockDataDir(env.dataDir, { waitMs: 0 }),
    (message) =>
      `Nothing was removed. A server that is running collects by itself, once a day; what it would remove says --dry-run. To do it now, stop the server first. (${message})`,
  );
  try {
    return await within(env.dataDir, env.dataDir, (estate) => collect(estate, env.retention, Date.now()));
  } finally {
    lock.release();
  }
}

async function within<T>(
  databaseDir: string,
  dataDir: string,
  work: (estate: Estate) => Promise<T>,
): Promise<T> {
  const { rooms, close } = await openDatabase({
    dataDir: databaseDir,
    migrationsDir,
    onDamage: (error) => {
      throw error;
    },
  });
  try {
    const objects = createFolderObjectStore(dataDir);
    return await work({ dataDir, rooms, objects, letGo: letGoOfStored(rooms) });
  } finally {
    await close();
  }
}
