import type { Request, Response } from 'express';
import { AppError } from '../errors';
import { parse } from '../parse';
import type { PersonCookies } from '../person';
import { roomIdSchema, runIdSchema, type RoomId, type RunId } from '../protocol/ids';

/**
 * Who asks.
 * @throws AppError `unauthorised` without a cookie of ours
 */
export function callerOf(request: Request, persons: PersonCookies): string {
  const personId = persons.read(request.headers.cookie);
  if (personId !== null) return personId;
  throw new AppError({
    code: 'unauthorised',
    message: `no person cookie for ${request.path}`,
    userMessage: 'This browser has not entered the room. Open the link that you were given.',
  });
}

/** Who asks; makes a new person, whose cookie goes with the answer, where the browser has none yet. */
export function callerOrNew(request: Request, response: Response, persons: PersonCookies): string {
  const known = persons.read(request.headers.cookie);
  if (known !== null) return known;
  const { personId, setCookie } = persons.create({ secure: request.protocol === 'https' });
  response.append('Set-Cookie', setCookie);
  return personId;
}

/** Where the request comes from, as far as that can be known: behind a proxy on this machine, what the proxy says. */
export function addressOf(request: Request): string {
  return request.ip ?? 'unknown'; // undefined once the connection is gone
}

/**
 * The room in the path.
 * @throws AppError `invalid` where it cannot be the id of a room
 */
export function roomIdOf(request: Request): RoomId {
  return parse(roomIdSchema, request.params['roomId']);
}

/**
 * The run in the path.
 * @throws AppError `invalid` where it cannot be the id of a run
 */
export function runIdOf(request: Request): RunId {
  return parse(runIdSchema, request.params['runId']);
}
