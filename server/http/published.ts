import { Router } from 'express';
import { sharePicture } from '../images/share-picture';
import { AppError } from '../errors';
import type { ObjectStore } from '../repositories/ports/object-store';
import { createRateLimit } from '../rate-limit';
import type { RoomHost } from '../rooms/host';
import { addressOf, roomIdOf, runIdOf } from './caller';

/** Pictures that one address may ask for in a minute without having entered any room: each is made when it is asked for. */
const PICTURES_PER_MINUTE = 120;
/** Likewise of small ones, which are as they were kept: some pages of the gallery for each of a class of thirty. */
const SMALL_PICTURES_PER_MINUTE = 3000;

/** What owners have published: for anybody, without a cookie. */
export function publishedRoutes(host: RoomHost, objects: ObjectStore): Router {
  const router = Router();
  const limit = (times: number, what: string) =>
    createRateLimit({
      times,
      seconds: 60,
      what,
      userMessage: 'Pictures were asked for too often from your network. Wait a minute and try again.',
    });
  const limitPictures = limit(PICTURES_PER_MINUTE, 'asking for published pictures');
  const limitSmall = limit(SMALL_PICTURES_PER_MINUTE, 'asking for small published pictures');

  router.get('/rooms/:roomId/runs/:runId/published.jpg', async (request, response) => {
    const small = request.query['small'] !== undefined;
    await (small ? limitSmall : limitPictures)(addressOf(request));
    const published = await host.reader.published(roomIdOf(request), runIdOf(request));
    if (!published) {
      // The same whether there is no such room, no such run, or one that is nobody else's business.
      throw new AppError({
        code: 'not-found',
        message: `nothing is published at ${request.path}`,
        userMessage: 'There is no published picture at this address.',
      });
    }
    const { png, preview } = published.result;
    response.setHeader('Cache-Control', 'public, max-age=60'); // no longer: an owner may take it back
    response.setHeader('ETag', small ? `"${preview}"` : `"${png}-share"`);
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin'); // to be shown wherever its link is
    if (request.fresh) return void response.status(304).end(); // before it is made for nobody
    if (small) return void response.type('image/jpeg').send(await objects.get(preview));
    const { bytes, mime } = await sharePicture(await objects.get(png));
    response.type(mime).send(bytes);
  });

  return router;
}
