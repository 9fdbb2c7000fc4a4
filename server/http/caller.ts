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

/** Who asks; a new person, whose cookie goes with the answer, where the browser has none yet. */
export function callerOrNew(request: Request, response: Response, persons: PersonCookies): string {
  const known = persons.read(request.headers.cookie);
  if (known !== null) return known;
  const { personId, setCookie } = persons.create({ secure: request.protocol === 'https' });
  response.append('Set-Cookie', setCookie);
  return personId;
}

export function roomIdOf(request: Request): RoomId {
  return parse(roomIdSchema, request.params['roomId']);
}

export function runIdOf(request: Request): RunId {
  return parse(runIdSchema, request.params['runId']);
}
