import { Router, json } from 'express';
import type { z } from 'zod';
import { parse } from '../parse';
import type { PersonCookies } from '../person';
import {
  createRoomSchema,
  enterRoomSchema,
  type createdRoomSchema,
  type enteredRoomSchema,
  type RecentRooms,
} from '../protocol/http';
import { createRateLimit } from '../rate-limit';
import type { RecentRoom } from '../repositories/ports/room-repository';
import type { RoomHost } from '../rooms/host';
import { addressOf, callerOf, callerOrNew, roomIdOf } from './caller';

const RECENT_ROOMS = 24;
const PICTURE_SIDE_PX = 480;
/** New rooms that one address may make in a minute. */
const ROOMS_PER_MINUTE = 30;
/**
 * How often one address may enter rooms in a minute: each stranger with a link becomes a stored member. A class of thirty
 * behind one address, all of whom reload, stays below it.
 */
const ENTRIES_PER_MINUTE = 120;

/** Making, copying, entering and listing rooms. */
export function roomRoutes(host: RoomHost, persons: PersonCookies): Router {
  const router = Router();
  const limitRooms = createRateLimit({
    times: ROOMS_PER_MINUTE,
    seconds: 60,
    what: 'making rooms',
    userMessage: 'Too many new rooms at once. Wait a minute and try again.',
  });
  const limitEntries = createRateLimit({
    times: ENTRIES_PER_MINUTE,
    seconds: 60,
    what: 'entering rooms',
    userMessage:
      'Rooms were opened too often from your network, so this one was not. Nothing is lost; wait a minute and try again.',
  });

  router.post('/rooms', json(), async (request, response) => {
    const { title } = parse(createRoomSchema, request.body ?? {});
    await limitRooms(addressOf(request));
    const personId = callerOrNew(request, response, persons);
    const roomId = await host.create(personId, title ?? '');
    response.status(201).json({ roomId } satisfies z.infer<typeof createdRoomSchema>);
  });

  router.post('/rooms/:roomId/duplicate', async (request, response) => {
    await limitRooms(addressOf(request));
    const roomId = await host.duplicate(roomIdOf(request), callerOf(request, persons));
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
    await limitEntries(addressOf(request));
    // Somebody who brings no key can only be let in as who they were before: no new cookie for strangers.
    const personId = key === undefined ? callerOf(request, persons) : callerOrNew(request, response, persons);
    const { role, title, name } = await host.enter(roomId, personId, key);
    response.json({ role, title, name } satisfies z.infer<typeof enteredRoomSchema>);
  });

  return router;
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
