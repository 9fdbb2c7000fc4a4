import { Router, json } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { z } from 'zod';
import { AppError } from '../errors';
import { parse } from '../parse';
import type { PersonCookies } from '../person';
import {
  createRoomSchema,
  enterRoomSchema,
  type createdRoomSchema,
  type enteredRoomSchema,
  type RecentRooms,
} from '../protocol/http';
import type { RecentRoom } from '../repositories/ports/room-repository';
import type { RoomHost } from '../rooms/host';
import { callerOf, callerOrNew, roomIdOf } from './caller';

const RECENT_ROOMS = 24;
const PICTURE_SIDE_PX = 480;
/** New rooms that one address may make in a minute. */
const ROOMS_PER_MINUTE = 30;

/** Making, entering and listing rooms. */
export function roomRoutes(host: RoomHost, persons: PersonCookies): Router {
  const router = Router();
  const limiter = new RateLimiterMemory({ points: ROOMS_PER_MINUTE, duration: 60 });

  router.post('/rooms', json(), async (request, response) => {
    const { title } = parse(createRoomSchema, request.body ?? {});
    await checkRoomRate(limiter, request.ip ?? 'unknown');
    const personId = callerOrNew(request, response, persons);
    const roomId = await host.create(personId, title ?? 'Untitled room');
    response.status(201).json({ roomId } satisfies z.infer<typeof createdRoomSchema>);
  });

  router.get('/rooms', async (request, response) => {
    const personId = persons.read(request.headers.cookie);
    const recent = personId === null ? [] : await host.recent(personId, RECENT_ROOMS);
    response.setHeader('Cache-Control', 'no-store');
    response.json(recent.map(toListed) satisfies RecentRooms);
  });

  router.post('/rooms/:roomId/enter', json(), async (request, response) => {
    const { key } = parse(enterRoomSchema, request.body ?? {});
    const roomId = roomIdOf(request);
    // Somebody who brings no key can only be let in as who they were before: no new cookie for strangers.
    const personId = key === undefined ? callerOf(request, persons) : callerOrNew(request, response, persons);
    const { role, title, name } = await host.enter(roomId, personId, key);
    response.json({ role, title, name } satisfies z.infer<typeof enteredRoomSchema>);
  });

  return router;
}

async function checkRoomRate(limiter: RateLimiterMemory, address: string): Promise<void> {
  try {
    await limiter.consume(address);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new AppError({
      code: 'rate-limited',
      message: `${address} makes more than ${ROOMS_PER_MINUTE} rooms a minute`,
      userMessage: 'Too many new rooms at once. Wait a minute and try again.',
    });
  }
}

function toListed({ id, title, role, updatedAt, latestResult, content }: RecentRoom): RecentRooms[number] {
  const base = `/api/rooms/${id}`;
  if (latestResult !== null) {
    return { id, title, role, updatedAt, picture: `${base}/runs/${latestResult}/preview.jpg` };
  }
  if (content === null) return { id, title, role, updatedAt, picture: null };
  const { imageId, crop } = content;
  const query = new URLSearchParams({ side: String(PICTURE_SIDE_PX) });
  if (crop) query.set('crop', [crop.x, crop.y, crop.width, crop.height].join(','));
  return { id, title, role, updatedAt, picture: `${base}/images/${imageId}?${query.toString()}` };
}
