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

const databaseDir = 'server/repositories/generated';
const kernelsDir = 'server/style/generated';

/** The database client. */
export const databaseClient = output({
  title: 'Generating the database client',
  stampPath: `${databaseDir}/.stamp`,
  mustExist: `${databaseDir}/client.ts`,
  sources: ['prisma/schema.prisma', 'prisma.config.ts'],
  command: ['node_modules/prisma/build/index.js', 'generate'],
  env: { PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
});

/** The optimiser's WebAssembly. */
export const vectorKernels = output({
  title: 'Assembling the optimiser’s inner loops',
  stampPath: `${kernelsDir}/.stamp`,
  mustExist: `${kernelsDir}/vector-kernels.ts`,
  sources: ['server/style/vector-kernels.wat', 'scripts/build-kernels.mjs'],
  command: ['scripts/build-kernels.mjs'],
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
  sources: [
    'server',
    'scripts/build.mjs',
    'scripts/build-kernels.mjs',
    'prisma/schema.prisma',
    'tsconfig.json',
  ],
  // Made from other sources, the database client not always in the same order of words.
  skip: (path) => path === databaseDir || path === kernelsDir,
  command: ['scripts/build.mjs'],
});
