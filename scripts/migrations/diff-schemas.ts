import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';

/**
 * The SQL that takes a database from one schema to another, as `prisma migrate diff --script` prints it. That command
 * needs a native program, which Prisma downloads; its WebAssembly sibling comes with the package.
 * @param from a Prisma schema; empty for a database without tables
 * @returns empty where the two schemas describe the same tables
 */
export async function diffSchemas(from: string, to: string): Promise<string> {
  const engine = await startEngine(to);
  try {
    const { stdout } = await engine.diff({
      from: from === '' ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [schemaFile(from)] },
      to: { tag: 'schemaDatamodel', files: [schemaFile(to)] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = stdout ?? '';
    return sql.trim() === '-- This is an empty migration.' ? '' : sql;
  } finally {
    engine.free();
  }
}

const schemaFile = (content: string) => ({ path: 'schema.prisma', content });

interface EngineBindings {
  readonly SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
}

let bindings: Promise<EngineBindings> | undefined;

async function startEngine(schema: string): Promise<SchemaEngine> {
  bindings ??= loadBindings();
  // Says which kind of database it is for; nothing is kept in it, both sides of the comparison are schemas.
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaLibSql({ url: ':memory:' }));
  return (await bindings).SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, adapter);
}

/** The package's own entry imports its .wasm file as a module, which Node 20 cannot. To be called once a process. */
async function loadBindings(): Promise<EngineBindings> {
  const loaded = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as EngineBindings &
    WebAssembly.ModuleImports;
  const entry = import.meta.resolve('@prisma/schema-engine-wasm');
  const wasm = await readFile(fileURLToPath(new URL('schema_engine_bg.wasm', entry)));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': loaded });
  loaded.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start !== 'function') throw new Error('the schema engine has another form than expected');
  start();
  return loaded;
}
