import { Router } from 'express';
import { sharePicture } from '../images/share-picture';
import { AppError } from '../errors';
import type { ObjectStore } from '../repositories/ports/object-store';
import { createRateLimit } from '../rate-limit';
import type { RoomHost } from '../rooms/host';
import { addressOf, roomIdOf, runIdOf } from './caller';

/** Pictures that one address may ask for in a minute without having entered any room: each is made when it is asked for. */
const PICTURES_PER_MINUTE = 120;

/** What owners have published: for anybody, without a cookie. */
export function publishedRoutes(host: RoomHost, objects: ObjectStore): Router {
  const router = Router();
  const limitPictures = createRateLimit({
    times: PICTURES_PER_MINUTE,
    seconds: 60,
    what: 'asking for published pictures',
    userMessage: 'Pictures were asked for too often from your network. Wait a minute and try again.',
  });

  router.get('/rooms/:roomId/runs/:runId/published.jpg', async (request, response) => {
    await limitPictures(addressOf(request));
    const published = await host.reader.published(roomIdOf(request), runIdOf(request));
    if (!published) {
      // The same whether there is no such room, no such run, or one that is nobody else's business.
      throw new AppError({
        code: 'not-found',
        message: `nothing is published at ${request.path}`,
        userMessage: 'There is no published picture at this address.',
      });
    }
    const { png } = published.result;
    response.setHeader('Cache-Control', 'public, max-age=60'); // no longer: an owner may take it back
    response.setHeader('ETag', `"${png}-share"`);
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin'); // to be shown wherever its link is
    if (request.fresh) return void response.status(304).end(); // before it is made for nobody
    const { bytes, mime } = await sharePicture(await objects.get(png));
    response.type(mime).send(bytes);
  });

  return router;
}
