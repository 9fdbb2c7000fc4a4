/*
 * The bare loop in a process of its own: `loop-case.ts NETWORK SIZE ITERATIONS`. Prints the mean milliseconds of an
 * iteration, without the first.
 */
import { networkIdSchema } from '../../server/protocol/networks';
import { openLibrary } from '../cli/open-library';
import { timedRun } from './timed-run';

const id = networkIdSchema.parse(process.argv[2]);
const library = await openLibrary();
const { iterations } = await timedRun(
  await library.open(id),
  id,
  Number(process.argv[3]),
  Number(process.argv[4]),
);
const mean = iterations.reduce((sum, milliseconds) => sum + milliseconds, 0) / iterations.length;
process.stdout.write(`${JSON.stringify(mean)}\n`);
