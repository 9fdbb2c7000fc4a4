import { defineConfig } from 'prisma/config';

// Every command of Prisma's wants its native schema engine, which is downloaded; generating the client does not use
// it, so any program that is there will do. Migrations go without it too: scripts/make-migration.ts.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
