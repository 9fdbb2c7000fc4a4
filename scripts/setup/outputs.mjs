import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { readStamp, removeStamp, writeStamp } from './stamp.mjs';

/** Something that is made from sources by a program, and made again when they have changed. */
function output({ title, stampPath, mustExist, sources, skip, command, env }) {
  const stamp = join(root, stampPath);
  const describe = () => fingerprint(root, [...sources, 'package-lock.json'], { skip });
  return {
    title,
    isFresh: () => readStamp(stamp) === describe() && existsSync(join(root, mustExist)),
    async make(onStart) {
      const content = describe();
      removeStamp(stamp);
      await run(process.execPath, command, { env, onStart });
      writeStamp(stamp, content);
    },
  };
}

const generatedDir = 'server/repositories/generated';

/** The database client. */
export const databaseClient = output({
  title: 'Generating the database client',
  stampPath: `${generatedDir}/.stamp`,
  mustExist: `${generatedDir}/client.ts`,
  sources: ['prisma/schema.prisma', 'prisma.config.ts'],
  command: ['node_modules/prisma/build/index.js', 'generate'],
  env: { PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
});

/** The pages: all that Next makes. Of the server they only have the protocol. */
export const pages = output({
  title: 'Building the pages',
  stampPath: '.next/.atelier-stamp',
  mustExist: '.next/BUILD_ID',
  sources: ['app', 'server/protocol', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json'],
  command: ['node_modules/next/dist/bin/next', 'build'],
  // Next builds for production by itself, and warns of any other value.
  env: { NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1' },
});

/** The server and its compute process, bundled. */
export const serverBundle = output({
  title: 'Building the server',
  stampPath: 'dist/.stamp',
  mustExist: 'dist/main.js',
  sources: ['server', 'scripts/build.mjs', 'prisma/schema.prisma', 'tsconfig.json'],
  // Made from the schema, and not always in the same order of words.
  skip: (path) => path === generatedDir,
  command: ['scripts/build.mjs'],
});
