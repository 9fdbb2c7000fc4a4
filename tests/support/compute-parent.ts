/*
 * Starts the real compute process with a long run, prints the pid of it once it paints, and stays: for tests of what
 * becomes of the compute process when its parent goes away.
 */
import { createLogger } from '../../server/logger';
import { startCompute } from './compute';
import { scenePicture, strokesPicture } from './pictures';
import { makeJob } from './run-jobs';

const compute = startCompute(createLogger('error'));
const job = makeJob(
  { size: 64, iterations: 5_000 },
  { content: await scenePicture(64, 64), styles: [await strokesPicture(64, 64)] },
);
compute.start(job, (report) => {
  if (report.type === 'frame' && report.frame.iteration === 0) process.stdout.write(`${compute.pid}\n`);
});
