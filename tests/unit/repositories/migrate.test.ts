import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../../server/repositories/migrate';
import { LibSqlFile, type Connection } from '../../../server/repositories/prisma/libsql-file';

const root = resolve(import.meta.dirname, '../../..');

let folder: string;
let migrations: string;
let connections: Connection[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atelier-migrate-'));
  migrations = join(folder, 'migrations');
  connections = [];
  await addMigration('20260101000000_tables', PARENT_AND_CHILD);
});
afterEach(async () => {
  for (const connection of connections) await connection.dispose();
  await rm(folder, { recursive: true });
});

const PARENT_AND_CHILD = `
CREATE TABLE "Parent" ("id" INTEGER PRIMARY KEY NOT NULL);
CREATE TABLE "Child" ("id" INTEGER PRIMARY KEY NOT NULL, "parent" INTEGER NOT NULL REFERENCES "Parent" ("id") ON DELETE CASCADE);
INSERT INTO "Parent" VALUES (1);
INSERT INTO "Child" VALUES (7, 1);
`;

/** As Prisma writes it for a column that changes its type. */
const REBUILD_PARENT = `
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Parent" ("id" INTEGER PRIMARY KEY NOT NULL, "name" TEXT NOT NULL DEFAULT 'x''; y');
INSERT INTO "new_Parent" ("id") SELECT "id" FROM "Parent";
DROP TABLE "Parent";
ALTER TABLE "new_Parent" RENAME TO "Parent";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
`;

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(migrations, name), { recursive: true });
  await writeFile(join(migrations, name, 'migration.sql'), sql);
}

async function connect(): Promise<Connection> {
  const connection = await new LibSqlFile({ url: pathToFileURL(join(folder, 'test.db')).href }).connect();
  connections.push(connection);
  return connection;
}

async function query(connection: Connection, sql: string): Promise<unknown[][]> {
  return (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
}

const history = (connection: Connection) =>
  query(connection, 'SELECT migration_name FROM _prisma_migrations ORDER BY migration_name');

describe('migrate', () => {
  it('applies what is missing, oldest first, and nothing twice', async () => {
    const connection = await connect();
    await addMigration('20260201000000_b', 'INSERT INTO "Parent" VALUES (2);');
    expect(await migrate(connection, migrations)).toEqual(['20260101000000_tables', '20260201000000_b']);
    await addMigration('20260301000000_c', 'INSERT INTO "Parent" VALUES (3);');
    expect(await migrate(connection, migrations)).toEqual(['20260301000000_c']);
    expect(await migrate(connection, migrations)).toEqual([]);
    expect(await query(connection, 'SELECT id FROM Parent ORDER BY id')).toEqual([[1], [2], [3]]);
  });

  it('keeps the children of a table that is rebuilt', async () => {
    const connection = await connect();
    await migrate(connection, migrations);
    await addMigration('20260201000000_rebuild', REBUILD_PARENT);
    await migrate(connection, migrations);
    expect(await query(connection, 'SELECT id, parent FROM Child')).toEqual([[7, 1]]);
    expect(await query(connection, 'SELECT name FROM Parent')).toEqual([["x'; y"]]);
  });

  it('leaves foreign keys switched on, after success and after failure', async () => {
    const connection = await connect();
    await migrate(connection, migrations);
    expect(await query(connection, 'PRAGMA foreign_keys')).toEqual([[1]]);
    await addMigration('20260201000000_bad', 'SELECT nonsense;');
    await expect(migrate(connection, migrations)).rejects.toThrow('20260201000000_bad failed');
    expect(await query(connection, 'PRAGMA foreign_keys')).toEqual([[1]]);
  });

  it.each([
    [
      'a statement that fails',
      'INSERT INTO "Parent" VALUES (2); CREATE TABLE "Extra" ("id" INTEGER); SELECT nonsense;',
    ],
    ['a reference to a row that is gone', 'CREATE TABLE "Extra" ("id" INTEGER); DELETE FROM "Parent";'],
  ])('undoes the whole of a migration with %s, and goes on when it is mended', async (_, sql) => {
    const connection = await connect();
    await migrate(connection, migrations);
    await addMigration('20260201000000_bad', sql);
    await expect(migrate(connection, migrations)).rejects.toThrow(
      'The migration 20260201000000_bad failed and was undone; the database is as it was before',
    );
    expect(await query(connection, 'SELECT id FROM Parent')).toEqual([[1]]);
    expect(await query(connection, "SELECT name FROM sqlite_master WHERE name = 'Extra'")).toEqual([]);
    expect(await history(connection)).toEqual([['20260101000000_tables']]);

    await addMigration('20260201000000_bad', 'INSERT INTO "Parent" VALUES (2);');
    expect(await migrate(connection, migrations)).toEqual(['20260201000000_bad']);
  });

  it('refuses a migration that was edited after it had been applied', async () => {
    const connection = await connect();
    await migrate(connection, migrations);
    await addMigration('20260101000000_tables', `${PARENT_AND_CHILD}-- edited`);
    await expect(migrate(connection, migrations)).rejects.toThrow(
      'The migration 20260101000000_tables was edited after it had been applied',
    );
  });

  it('refuses a database that a newer version has used', async () => {
    const connection = await connect();
    await addMigration('20990101000000_future', 'INSERT INTO "Parent" VALUES (2);');
    await migrate(connection, migrations);
    await rm(join(migrations, '20990101000000_future'), { recursive: true });
    await expect(migrate(connection, migrations)).rejects.toThrow('newer version');
  });

  it(
    'applies each migration once when several processes start at the same time',
    { timeout: 180_000 },
    async () => {
      await cp(join(root, 'prisma/migrations'), migrations, { recursive: true });
      // No "IF NOT EXISTS" in these: whoever applies one twice fails.
      await addMigration('20990101000000_b', REBUILD_PARENT);
      await addMigration('20990201000000_c', 'CREATE TABLE "Extra" ("id" INTEGER);');
      const program = `
      import { openDatabase } from ${JSON.stringify(join(root, 'server/repositories/database.ts'))};
      const database = await openDatabase({ dataDir: ${JSON.stringify(folder)}, migrationsDir: ${JSON.stringify(migrations)}, onDamage() {} });
      await database.rooms.unfinishedRuns();
      await database.close();
      console.log(JSON.stringify(database.migrated));`;
      const start = () =>
        promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
          cwd: root,
        });
      const applied = await Promise.all(
        [start(), start(), start()].map(async (started) => JSON.parse((await started).stdout) as string[]),
      );
      const names = applied.flat();
      const folders = (await readdir(migrations, { withFileTypes: true })).filter((entry) =>
        entry.isDirectory(),
      );
      expect(names.toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
    },
  );
});
