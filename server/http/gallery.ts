import { Router } from 'express';
import { z } from 'zod';
import { parse } from '../parse';
import {
  GALLERY_PAGE,
  galleryPlaceSchema,
  writeGalleryPlace,
  type Gallery,
  type GalleryResult,
} from '../protocol/gallery';
import { publishedPath } from '../protocol/http';
import { createRateLimit } from '../rate-limit';
import type { ListedResult } from '../repositories/ports/room-repository';
import type { RoomHost } from '../rooms/host';
import { addressOf } from './caller';

/** Pages that one address may ask for in a minute: more than a class of thirty does that opens the home page. */
const PAGES_PER_MINUTE = 120;

const querySchema = z.object({ before: z.optional(galleryPlaceSchema) });

/** The list of what owners have published: for anybody, without a cookie. */
export function galleryRoutes(host: RoomHost): Router {
  const router = Router();
  const limitPages = createRateLimit({
    times: PAGES_PER_MINUTE,
    seconds: 60,
    what: 'asking for the gallery',
    userMessage: 'The gallery was opened too often from your network. Wait a minute and try again.',
  });

  router.get('/gallery', async (request, response) => {
    const { before } = parse(querySchema, request.query);
    await limitPages(addressOf(request));
    const { results, next } = await host.gallery(GALLERY_PAGE, before);
    response.setHeader('Cache-Control', 'public, max-age=10'); // no longer: an owner may take one back
    response.json({
      results: results.map(toResult),
      next: next && writeGalleryPlace(next),
    } satisfies Gallery);
  });

  return router;
}

function toResult({ roomId, runId, title, listedAt, result }: ListedResult): GalleryResult {
  const { width, height, png } = result;
  const picture = `${publishedPath(roomId, runId)}?small&v=${png.slice(0, 12)}`;
  return { roomId, runId, title, width, height, listedAt, picture };
}
