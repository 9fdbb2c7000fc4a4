/*
 * Assembles the optimiser's WebAssembly into a module of the server, which so is the same for tsx, the tests and the
 * bundle. Run by scripts/setup.mjs when the source has changed.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import loadWabt from 'wabt';
import { root } from './setup/root.mjs';

const source = 'server/style/vector-kernels.wat';
const outdir = join(root, 'server/style/generated');

const wabt = await loadWabt();
const assembly = wabt.parseWat(source, await readFile(join(root, source), 'utf8'), { simd: true });
assembly.validate();
const { buffer } = assembly.toBinary({});

await mkdir(outdir, { recursive: true });
await writeFile(
  join(outdir, 'vector-kernels.ts'),
  `// Made by scripts/build-kernels.mjs from ${source}.\nexport const vectorKernels = '${Buffer.from(buffer).toString('base64')}';\n`,
);
