import { Router } from 'express';
import type { z } from 'zod';
import type { PersonCookies } from '../person';
import { thinCurve } from '../protocol/curves';
import type { runDetailsSchema, wholeCurveSchema } from '../protocol/http';
import { MAX_CURVE_POINTS } from '../protocol/limits';
import type { ObjectStore } from '../repositories/ports/object-store';
import type { RoomHost } from '../rooms/host';
import { callerOf, roomIdOf, runIdOf } from './caller';
import { runFileName } from './file-name';

/** What runs have left. */
export function runRoutes(host: RoomHost, persons: PersonCookies, objects: ObjectStore): Router {
  const router = Router();

  router.get('/rooms/:roomId/runs/:runId', async (request, response) => {
    const { run, curve } = await host.reader.run(
      roomIdOf(request),
      callerOf(request, persons),
      runIdOf(request),
    );
    response.setHeader('Cache-Control', 'no-store');
    response.json({ run, curve: thinCurve(curve, MAX_CURVE_POINTS) } satisfies z.infer<
      typeof runDetailsSchema
    >);
  });

  router.get('/rooms/:roomId/runs/:runId/curve', async (request, response) => {
    const { curve } = await host.reader.run(roomIdOf(request), callerOf(request, persons), runIdOf(request));
    response.setHeader('Cache-Control', 'no-store');
    response.json([...curve] satisfies z.infer<typeof wholeCurveSchema>);
  });

  router.get('/rooms/:roomId/runs/:runId/result.png', async (request, response) => {
    const { result, roomTitle, run } = await host.reader.result(
      roomIdOf(request),
      callerOf(request, persons),
      runIdOf(request),
    );
    // A continued run gets another result, so this may be kept only as long as its object is the same.
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('ETag', `"${result.png}"`);
    if (request.query['inline'] === undefined) response.attachment(`${runFileName(roomTitle, run)}.png`);
    response.type('image/png').send(await objects.get(result.png));
  });

  router.get('/rooms/:roomId/runs/:runId/preview.jpg', async (request, response) => {
    const { result } = await host.reader.result(
      roomIdOf(request),
      callerOf(request, persons),
      runIdOf(request),
    );
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('ETag', `"${result.preview}"`);
    response.type('image/jpeg').send(await objects.get(result.preview));
  });

  return router;
}
