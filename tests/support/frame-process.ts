/*
 * The product with its pages, whose runs compute nothing and send frames at a steady pace: started by `frame-server`.
 * The first argument is how many a second.
 */
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import next from 'next';
import { closeOnSignal } from '../../server/close-on-signal';
import { createLogger } from '../../server/logger';
import { FrameQueue } from './frame-queue';
import { startTestServer } from './server';

const server = await startTestServer({
  dataDir: process.env['ATELIER_DATA_DIR'],
  queue: await FrameQueue.open(Number(process.argv[2])),
  pages: async () => {
    const app = next({ dev: false, dir: join(import.meta.dirname, '../..') });
    await app.prepare();
    const handle = app.getRequestHandler();
    return ((request, response, forward) => {
      handle(request, response).catch(forward);
    }) satisfies RequestHandler;
  },
});
closeOnSignal(() => server.close(), createLogger('fatal'));
process.stdout.write(`listening ${server.port}\n`);
