import express, { Router, type Express, type RequestHandler } from 'express';
import { AppError } from '../errors';
import type { Logger } from '../logger';
import type { ModelLibrary } from '../models/library';
import type { PersonCookies } from '../person';
import type { Sample } from '../protocol/http';
import type { ObjectStore } from '../repositories/ports/object-store';
import type { RoomHost } from '../rooms/host';
import type { TimeLapses } from '../time-lapse/time-lapses';
import { galleryRoutes } from './gallery';
import { imageRoutes } from './images';
import { keyframeRoutes } from './keyframes';
import { networkRoutes } from './networks';
import { answerFailures, answerProblems } from './problems';
import { publishedRoutes } from './published';
import { roomRoutes } from './rooms';
import { runRoutes } from './runs';
import { sampleRoutes } from './samples';
import { refuseForeignOrigins, securityHeaders, type OriginCheck } from './security';
import { tellShares } from './share';
import { timeLapseRoutes } from './time-lapse';

export interface HttpOptions {
  readonly host: RoomHost;
  readonly persons: PersonCookies;
  readonly objects: ObjectStore;
  readonly timeLapses: TimeLapses;
  readonly models: ModelLibrary;
  readonly samples: readonly Sample[];
  readonly samplesDir: string;
  readonly isAllowedOrigin: OriginCheck;
  readonly development: boolean;
  /** Answers everything that is not the API's. */
  readonly pages: RequestHandler;
  readonly logger: Logger;
}

/** Everything that the server answers over HTTP. The API is described in `protocol/http.ts`. */
export function createHttpApp(options: HttpOptions): Express {
  const { host, persons, objects, logger } = options;
  const api = Router();
  api.use(refuseForeignOrigins(options.isAllowedOrigin));
  api.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  api.use(roomRoutes(host, persons));
  api.use(imageRoutes(host, persons, objects));
  api.use(runRoutes(host, persons, objects));
  api.use(keyframeRoutes(host, persons, objects));
  api.use(timeLapseRoutes(host, persons, options.timeLapses));
  api.use(publishedRoutes(host, objects));
  api.use(galleryRoutes(host));
  api.use(networkRoutes(options.models));
  api.use(sampleRoutes(options.samples, options.samplesDir, host, persons));
  api.use(({ method, originalUrl }) => {
    throw new AppError({
      code: 'not-found',
      message: `${method} ${originalUrl}`,
      userMessage: 'There is nothing at this address of the API.',
    });
  });
  api.use(answerProblems(logger));

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback'); // a proxy on this machine says who asked, and whether with TLS
  app.use(securityHeaders(options.development));
  app.use('/api', api);
  app.use(tellShares(host, logger));
  app.use(options.pages);
  app.use(answerFailures(logger));
  return app;
}
