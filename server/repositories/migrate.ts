import { createHash } from 'node:crypto';
import type { Connection } from './prisma/libsql-file';
import { readMigrations, type Migration } from './prisma/migrations-folder';

/** As `prisma migrate` makes it, so that its commands work on this database too. */
const HISTORY_TABLE = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);`;

/** Fails, and so undoes the migration, where it has left a row that refers to one that is not there. */
const REFERENCES_HOLD = `
CREATE TEMP TABLE "_references" ("dangling" INTEGER CHECK ("dangling" = 0));
INSERT INTO "_references" SELECT count(*) FROM pragma_foreign_key_check;
DROP TABLE "_references";`;

/**
 * Brings a database up to the latest migration of a folder, each in a transaction of its own. Several processes may do
 * so at once: each migration is applied by one of them.
 * @returns the names of those that this call has applied, oldest first
 * @throws Error where a migration fails (it leaves nothing behind), where one that has been applied was edited since,
 * or where the database knows one that the folder does not have
 */
export async function migrate(connection: Connection, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await connection.executeScript(HISTORY_TABLE);
  const names: string[] = [];
  for (const migration of await pending(connection, migrations)) {
    if (await apply(connection, migration)) names.push(migration.name);
  }
  return names;
}

async function pending(connection: Connection, migrations: readonly Migration[]): Promise<Migration[]> {
  const applied = await readHistory(connection);
  const known = new Set(migrations.map((migration) => migration.name));
  for (const name of applied.keys()) {
    if (!known.has(name)) {
      throw new Error(
        `The database was last used by a newer version of Atelier (it has the migration ${name}, which this version does not know). Start that version, or use another ATELIER_DATA_DIR.`,
      );
    }
  }
  return migrations.filter((migration) => {
    const checksum = applied.get(migration.name);
    if (checksum !== undefined && checksum !== migration.checksum) {
      throw new Error(
        `The migration ${migration.name} was edited after it had been applied to this database. Restore the file, and make a new migration for the change.`,
      );
    }
    return checksum === undefined;
  });
}

/** The checksums of the migrations that were applied, by name. */
async function readHistory(connection: Connection): Promise<Map<string, string>> {
  const { rows } = await connection.queryRaw({
    sql: 'SELECT "migration_name", "checksum", "finished_at" IS NOT NULL FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL',
    args: [],
    argTypes: [],
  });
  return new Map(
    rows.map(([name, checksum, finished]) => {
      if (Number(finished) !== 1) {
        throw new Error(
          `The migration ${String(name)} was begun by another tool and not finished. Restore the database from before, or finish it by hand ("prisma migrate resolve").`,
        );
      }
      return [String(name), String(checksum)];
    }),
  );
}

/** @returns false where another process has applied it in the meantime */
async function apply(connection: Connection, migration: Migration): Promise<boolean> {
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const now = text(new Date().toISOString());
  // The row comes first: its id is the same in every process, so that of several that are here at once all but one
  // fail before they have changed anything. With foreign keys on, a table that is rebuilt would take its children's
  // rows with it; the setting has no effect within a transaction.
  const script = `
PRAGMA foreign_keys=OFF;
BEGIN IMMEDIATE;
INSERT INTO "_prisma_migrations" ("id", "checksum", "started_at", "finished_at", "migration_name", "applied_steps_count")
VALUES (${text(historyId(migration.name))}, ${text(migration.checksum)}, ${now}, ${now}, ${text(migration.name)}, 1);
${migration.sql}
;${REFERENCES_HOLD}
COMMIT;`;
  try {
    await connection.executeScript(script);
    return true;
  } catch (error) {
    // The client has rolled back.
    if ((await readHistory(connection)).get(migration.name) === migration.checksum) return false;
    throw new Error(
      `The migration ${migration.name} failed and was undone; the database is as it was before: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  } finally {
    await connection.executeScript('PRAGMA foreign_keys=ON;');
  }
}

/** In the form of a UUID, as the column has elsewhere. */
function historyId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
