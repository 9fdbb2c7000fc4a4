import { Router } from 'express';
import { z } from 'zod';
import { thumbnail } from '../images/thumbnail';
import { parse } from '../parse';
import type { PersonCookies } from '../person';
import { iterationTextSchema } from '../protocol/moments';
import type { ObjectStore } from '../repositories/ports/object-store';
import type { RoomHost } from '../rooms/host';
import { callerOf, roomIdOf, runIdOf } from './caller';
import { sideSchema } from './side';

const querySchema = z.object({ side: sideSchema.optional() });

/** The pictures that were kept of a run's moments. */
export function keyframeRoutes(host: RoomHost, persons: PersonCookies, objects: ObjectStore): Router {
  const router = Router();

  router.get('/rooms/:roomId/runs/:runId/keyframes/:iteration.png', async (request, response) => {
    const { keyframe, isFinal } = await host.reader.keyframe(roomIdOf(request), callerOf(request, persons), {
      runId: runIdOf(request),
      iteration: parse(iterationTextSchema, request.params['iteration']),
    });
    const { side } = parse(querySchema, request.query);
    response.setHeader(
      'Cache-Control',
      isFinal ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    );
    response.setHeader('ETag', `"${keyframe.picture}-${side ?? 'whole'}"`);
    if (request.fresh) return void response.status(304).end(); // before a picture is made smaller for nobody
    const png = await objects.get(keyframe.picture);
    if (side === undefined) return void response.type('image/png').send(png);
    const small = await thumbnail(png, { maxSide: side });
    response.type(small.mime).send(small.bytes);
  });

  return router;
}
