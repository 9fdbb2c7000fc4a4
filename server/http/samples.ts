import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router, json } from 'express';
import { AppError } from '../errors';
import { parse } from '../parse';
import type { PersonCookies } from '../person';
import { chooseSampleSchema, samplesSchema, type Sample } from '../protocol/http';
import type { RoomHost } from '../rooms/host';
import { callerOf, roomIdOf } from './caller';
import { addUpload } from './images';

/**
 * Reads the catalogue of the pictures that come with Atelier.
 * @param samplesDir the folder that has `samples.json`
 * @throws Error where it is missing or damaged
 */
export async function loadSamples(samplesDir: string): Promise<Sample[]> {
  return samplesSchema.parse(JSON.parse(await readFile(join(samplesDir, 'samples.json'), 'utf8')));
}

/** The pictures that come with Atelier, and putting them into a room. */
export function sampleRoutes(
  samples: readonly Sample[],
  samplesDir: string,
  host: RoomHost,
  persons: PersonCookies,
): Router {
  const router = Router();

  router.get('/samples', (_request, response) => {
    response.json(samples);
  });

  router.post('/rooms/:roomId/samples', json(), async (request, response) => {
    const roomId = roomIdOf(request);
    const personId = callerOf(request, persons);
    await host.assertTakesImages(roomId, personId);
    const { sample: id } = parse(chooseSampleSchema, request.body ?? {});
    const sample = samples.find((candidate) => candidate.id === id);
    if (!sample) {
      throw new AppError({
        code: 'not-found',
        message: `no sample ${id}`,
        userMessage: 'This sample is not among those that come with Atelier. Choose another one.',
        field: 'sample',
      });
    }
    const bytes = await readFile(join(samplesDir, sample.file));
    response.status(201).json(await addUpload(bytes, sample.title, roomId, personId, host));
  });

  return router;
}
