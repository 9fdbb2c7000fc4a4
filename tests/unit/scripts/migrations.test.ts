import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffSchemas } from '../../../scripts/migrations/diff-schemas';
import { migrate } from '../../../server/repositories/migrate';
import { LibSqlFile } from '../../../server/repositories/prisma/libsql-file';

const prisma = resolve(import.meta.dirname, '../../../prisma');

describe('the migrations', () => {
  let folder: string;
  let schema: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atelier-migrations-'));
    schema = await readFile(join(prisma, 'schema.prisma'), 'utf8');
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The tables and indexes of a new database, after `fill`. */
  async function tables(
    name: string,
    fill: (connection: Awaited<ReturnType<LibSqlFile['connect']>>) => Promise<unknown>,
  ): Promise<unknown[][]> {
    const connection = await new LibSqlFile({ url: pathToFileURL(join(folder, name)).href }).connect();
    await fill(connection);
    const { rows } = await connection.queryRaw({
      sql: `SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '%_prisma_migrations%' ORDER BY type, name`,
      args: [],
      argTypes: [],
    });
    await connection.dispose();
    return rows;
  }

  it('lack nothing that the schema has (else: npm run migration -- NAME)', async () => {
    const migrated = await readFile(join(prisma, 'migrations/schema.prisma'), 'utf8');
    expect(await diffSchemas(migrated, schema)).toBe('');
  });

  it('make the tables that the schema describes', async () => {
    const byMigrations = await tables('migrations.db', (connection) =>
      migrate(connection, join(prisma, 'migrations')),
    );
    const script = await diffSchemas('', schema);
    const bySchema = await tables('schema.db', (connection) => connection.executeScript(script));
    expect(byMigrations).toEqual(bySchema);
    expect(byMigrations.length).toBeGreaterThan(5);
  });

  it('are told apart from the schema where a column is added', async () => {
    const changed = schema.replace('model Room {', 'model Room {\n  subtitle String @default("")');
    expect(await diffSchemas(schema, changed)).toContain('"subtitle" TEXT NOT NULL DEFAULT');
  });
});
