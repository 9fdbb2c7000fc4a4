/*
 * Gets everything ready that a command needs, and does nothing where it is. npm runs it before the command (see the
 * pre… scripts of package.json), on a fresh clone without node_modules: so this is plain Node without packages.
 *
 *   --generate   the packages, the database client and the optimiser's WebAssembly
 *   --build      these, the pages and the server
 *   --browser    these, and a Chromium for the tests
 */
import { join } from 'node:path';
import { browser } from './setup/browser.mjs';
import { dependencies } from './setup/dependencies.mjs';
import { acquireLock } from './setup/lock.mjs';
import { nodeProblem } from './setup/node-version.mjs';
import { databaseClient, pages, serverBundle, vectorKernels } from './setup/outputs.mjs';
import { root } from './setup/root.mjs';
import { endCurrent, RunError } from './setup/run.mjs';
import { say } from './setup/say.mjs';

const flags = new Set(process.argv.slice(2));
const steps = [
  dependencies,
  databaseClient,
  vectorKernels,
  ...(flags.has('--build') ? [pages, serverBundle] : []),
  ...(flags.has('--browser') ? [browser] : []),
];

const problem = nodeProblem();
if (problem) {
  say(problem);
  process.exitCode = 1;
} else if (!steps.every((step) => step.isFresh())) {
  process.exitCode = await makeAll();
}

/** @returns the exit code */
async function makeAll() {
  const lock = await acquireLock(join(root, '.setup.lock'), () =>
    say('Another start of Atelier is setting up this folder; waiting for it.'),
  );
  let ended;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.once(signal, () => {
      ended = code;
      endCurrent(signal);
    });
  }
  try {
    for (const step of steps) {
      // Looked at again: the one that was waited for has done it, or an earlier step has changed it.
      if (step.isFresh()) continue;
      say(`${step.title}…`);
      await step.make((pid) => lock.setChild(pid));
      lock.setChild(undefined);
      if (ended) return ended;
    }
    return 0;
  } catch (error) {
    if (ended) return ended;
    if (!(error instanceof RunError)) throw error;
    if (error.output) say(error.output.trimEnd());
    say(error.message);
    return 1;
  } finally {
    lock.release();
  }
}
