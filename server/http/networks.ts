import { Router } from 'express';
import type { ModelLibrary } from '../models/library';
import { networkStatuses } from '../network-statuses';
import type { Networks } from '../protocol/http';

/** Which networks are on this server: for anybody, before they make a room. */
export function networkRoutes(models: ModelLibrary): Router {
  const router = Router();
  router.get('/networks', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.json({ inUse: models.defaultNetwork(), networks: networkStatuses(models) } satisfies Networks);
  });
  return router;
}
