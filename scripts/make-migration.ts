/*
 * npm run migration -- NAME
 *
 * Writes the SQL that takes databases from the schema of the latest migration to the one in prisma/schema.prisma, for
 * the server to apply when it starts. Read it before it is committed: what it does to rows that are there already is
 * for you to say (e.g. the value of a new column).
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { diffSchemas } from './migrations/diff-schemas';

const root = join(import.meta.dirname, '..');
const schemaPath = join(root, 'prisma/schema.prisma');
const migrationsPath = join(root, 'prisma/migrations');
/** The schema as the migrations leave it. */
const migratedPath = join(migrationsPath, 'schema.prisma');

/** `20260131235959_name`, as Prisma names them, so that they sort by age. */
const folderName = (name: string, now: Date): string =>
  `${now.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}_${name}`;

async function makeMigration(name: string): Promise<string | undefined> {
  const schema = await readFile(schemaPath, 'utf8');
  const migrated = await readFile(migratedPath, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const sql = await diffSchemas(migrated, schema);
  if (sql === '') return undefined;
  const folder = join(migrationsPath, folderName(name, new Date()));
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'migration.sql');
  await writeFile(path, sql);
  await writeFile(migratedPath, schema);
  return path;
}

const name = process.argv[2] ?? '';
if (/^[a-z][a-z0-9_]{1,60}$/.test(name)) {
  const path = await makeMigration(name);
  process.stderr.write(
    path
      ? `Wrote ${relative(root, path)}. Read it before you commit it.\n`
      : 'The tables are as the schema says.\n',
  );
} else {
  process.stderr.write('Say what the migration does, in snake_case: npm run migration -- add_run_parent\n');
  process.exitCode = 2;
}
