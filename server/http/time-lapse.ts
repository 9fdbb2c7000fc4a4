import { Router, type Request } from 'express';
import { AppError } from '../errors';
import type { PersonCookies } from '../person';
import type { TimeLapse } from '../protocol/http';
import { createRateLimit } from '../rate-limit';
import type { RoomHost } from '../rooms/host';
import type { TimeLapses } from '../time-lapse/time-lapses';
import { addressOf, callerOf, roomIdOf, runIdOf } from './caller';
import { runFileName } from './file-name';

/** Films that one address may ask for in a minute: each is seconds of work. */
const FILMS_PER_MINUTE = 20;

/** Films of what was kept of a run's course, for whoever is in the room. */
export function timeLapseRoutes(host: RoomHost, persons: PersonCookies, timeLapses: TimeLapses): Router {
  const router = Router();
  const path = '/rooms/:roomId/runs/:runId/time-lapse';
  const limitFilms = createRateLimit({
    times: FILMS_PER_MINUTE,
    seconds: 60,
    what: 'asking for time-lapses',
    userMessage: 'Too many time-lapses at once, so this one was not begun. Wait a minute and try again.',
  });
  const courseOf = (request: Request) =>
    host.reader.course(roomIdOf(request), callerOf(request, persons), runIdOf(request));

  router.post(path, async (request, response) => {
    const { pictures } = await courseOf(request);
    await limitFilms(addressOf(request));
    response.status(202).json((await timeLapses.begin(pictures)) satisfies TimeLapse);
  });

  router.get(path, async (request, response) => {
    const { pictures } = await courseOf(request);
    response.setHeader('Cache-Control', 'no-store');
    response.json((await timeLapses.state(pictures)) satisfies TimeLapse);
  });

  router.get(`${path}.webm`, async (request, response) => {
    const { pictures, roomTitle, run } = await courseOf(request);
    const film = await timeLapses.file(pictures);
    if (!film) {
      throw new AppError({
        code: 'not-found',
        message: `no time-lapse of ${request.path}`,
        userMessage:
          'This time-lapse has not been made yet, or the run has gone on since. Ask for it in the room.',
      });
    }
    if (request.query['inline'] === undefined) {
      response.attachment(`${runFileName(roomTitle, run)}.webm`);
    }
    response.type('video/webm');
    response.setHeader('Cache-Control', 'private, no-cache'); // a run that goes on gets another one
    response.setHeader('ETag', `"${film.name}"`);
    // In parts where it is asked so, which players need to jump.
    response.sendFile(film.name, { root: film.folder, cacheControl: false });
  });

  return router;
}
