/*
 * A real server in a process of its own, without pages, for tests that kill it: started by `killable-server`. Everything
 * computes by script where the first argument says so.
 */
import { closeOnSignal } from '../../server/close-on-signal';
import { createLogger } from '../../server/logger';
import { scriptedCompute, startTestServer } from './server';

const server = await startTestServer({
  dataDir: process.env['ATELIER_DATA_DIR'],
  env: { PORT: process.env['PORT'] ?? '0' },
  ...(process.argv[2] === 'scripted' ? { compute: scriptedCompute } : {}),
});
closeOnSignal(() => server.close(), createLogger('fatal'));
process.stdout.write(`${server.port} ${server.computePid()}\n`);
