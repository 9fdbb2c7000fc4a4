/*
 * Bundles the server into dist/: main.js, and compute.js for the processes that compute. Packages stay outside, in
 * node_modules. Run by scripts/setup.mjs when the sources have changed.
 */
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from './setup/root.mjs';

const outdir = join(root, 'dist');

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { main: 'server/main.ts', compute: 'server/jobs/compute.ts' },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
});

// Parts that no longer exist, of earlier builds. They go last: until then a server that is running finds its own.
const current = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
for (const name of await readdir(outdir)) {
  if (/\.js(\.map)?$/.test(name) && !current.has(name)) await rm(join(outdir, name));
}
