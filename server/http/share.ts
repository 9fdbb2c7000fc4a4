import { Router, type Request } from 'express';
import { z } from 'zod';
import { shareSize } from '../images/share-picture';
import type { Logger } from '../logger';
import { createRateLimit } from '../rate-limit';
import { roomIdSchema, runIdSchema } from '../protocol/ids';
import { SHARE_HEADER, writeShare, type Share } from '../protocol/share';
import type { RoomHost } from '../rooms/host';
import { addressOf } from './caller';

/**
 * Pages of rooms, runs and results that one address may open in a minute: for each, a room is looked up before anything is
 * known of who asks. Entering rooms has a limit below it.
 */
const PAGES_PER_MINUTE = 240;

/**
 * Tells the pages of rooms, of runs and of published results, in the header of the request, what may be said about them to anybody. The pages are
 * loaded by Next, which would load a second copy of the rooms to look themselves.
 */
export function tellShares(host: RoomHost, logger: Logger): Router {
  const router = Router();
  const limitPages = createRateLimit({
    times: PAGES_PER_MINUTE,
    seconds: 60,
    what: 'opening pages of rooms',
    userMessage:
      'Pages of rooms were opened too often from your network, so this one was not. Nothing is lost; wait a minute and try again.',
  });
  router.use((request, _response, next) => {
    delete request.headers[SHARE_HEADER]; // only what the server says itself
    next();
  });
  const paths = ['/r/:roomId', '/r/:roomId/run/:runId', '/gallery/:roomId/:runId'];
  router.get(paths, async (request, _response, next) => {
    await limitPages(addressOf(request));
    const origin = `${request.protocol}://${request.host}`;
    const published = await publishedAt(request, host).catch((error: unknown) => {
      logger.error({ err: error, path: request.path }, 'what is published of a room cannot be read');
      return null; // the page is there all the same
    });
    request.headers[SHARE_HEADER] = writeShare({ origin, published });
    next();
  });
  return router;
}

async function publishedAt({ params, path }: Request, host: RoomHost): Promise<Share['published']> {
  const roomId = roomIdSchema.safeParse(params['roomId']);
  const runId = z.optional(runIdSchema).safeParse(params['runId']);
  if (!roomId.success || !runId.success) return null; // of which the page tells
  const published = await host.reader.published(roomId.data, runId.data);
  if (!published) return null;
  const { title, result } = published;
  return {
    title,
    runId: published.runId,
    ...shareSize(result),
    version: result.png.slice(0, 12),
    painting: path.startsWith('/gallery/') ? published.painting : null,
  };
}
