import { existsSync } from 'node:fs';
import { access, constants, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase } from '../../server/repositories/database';
import { LibSqlFile } from '../../server/repositories/prisma/libsql-file';
import type { Finding } from './finding';

/** Whether the server could write into its data directory. Leaves nothing there. */
export async function inspectDataDir(dataDir: string): Promise<Finding> {
  const finding = { title: 'Data', problem: null };
  try {
    if (!existsSync(dataDir)) {
      await access(existingAncestor(dataDir), constants.W_OK);
      return { ...finding, lines: [`${dataDir} is made at the first start`] };
    }
    const trial = join(dataDir, `.doctor-${process.pid}`);
    await writeFile(trial, '');
    await rm(trial);
    return { ...finding, lines: [`${dataDir} can be written to`] };
  } catch (error) {
    return {
      ...finding,
      lines: [dataDir],
      problem: `${message(error)}. Make the directory writable for this user, or name another one with ATELIER_DATA_DIR`,
    };
  }
}

/**
 * Opens a copy of the database and brings that up to the latest migration, as the next start does with the database
 * itself: that may be in use by a server, and stays as it is.
 */
export async function inspectDatabase(dataDir: string, migrationsDir: string): Promise<Finding> {
  const path = join(dataDir, 'atelier.db');
  const isThere = existsSync(path);
  const copyDir = await mkdtemp(join(tmpdir(), 'atelier-doctor-'));
  try {
    if (isThere) await copyDatabase(path, join(copyDir, 'atelier.db'));
    const database = await openDatabase({
      dataDir: copyDir,
      migrationsDir,
      onDamage: (error) => {
        throw error;
      },
    });
    await database.close();
    return {
      title: 'Database',
      lines: [
        isThere ? `${path} opens` : `${path} is made at the first start; a new one opens`,
        isThere && database.migrated.length > 0
          ? `the next start applies ${database.migrated.join(', ')}`
          : 'its migrations are those of this version',
      ],
      problem: null,
    };
  } catch (error) {
    return { title: 'Database', lines: [path], problem: message(error) };
  } finally {
    await rm(copyDir, { recursive: true, force: true });
  }
}

/** A consistent copy, also while a server writes. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const connection = await new LibSqlFile({ url: pathToFileURL(from).href }).connect();
  try {
    await connection.executeScript(`VACUUM INTO '${to.replaceAll("'", "''")}'`);
  } finally {
    await connection.dispose();
  }
}

function existingAncestor(path: string): string {
  return existsSync(path) ? path : existingAncestor(dirname(path));
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
