import './zod-setup';
import type * as z from 'zod/mini';
import { problemSchema } from '../../server/protocol/errors';
import { galleryPath, gallerySchema } from '../../server/protocol/gallery';
import {
  createdRoomSchema,
  enteredRoomSchema,
  networksSchema,
  recentRoomsSchema,
  runDetailsSchema,
  samplesSchema,
  timeLapsePath,
  timeLapseSchema,
  wholeCurveSchema,
} from '../../server/protocol/http';
import type { RoomId, RunId } from '../../server/protocol/ids';
import { imageInfoSchema } from '../../server/protocol/images';
import { ownProblem, type PageProblem } from './page-problem';

/** A request that the server refused, or that did not reach it; `problem` is for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly problem: PageProblem;

  constructor(problem: PageProblem, cause?: unknown) {
    super(problem.message, { cause });
    this.problem = problem;
  }
}

/** What to tell people of any error. */
export function problemOf(error: unknown): PageProblem {
  if (error instanceof ApiError) return error.problem;
  console.error(error);
  return ownProblem('internal', { key: 'errors.unexpected' });
}

/** The problem in the body of a refusal, or one that says what little is known. */
export function problemIn(body: unknown, status: number): PageProblem {
  const parsed = problemSchema.safeParse((body as { problem?: unknown } | null)?.problem);
  if (parsed.success) return parsed.data;
  return ownProblem('internal', { key: 'errors.status', values: { status } });
}

async function request<S extends z.ZodMiniType>(schema: S, path: string, body?: object): Promise<z.infer<S>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(
      path,
      body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    );
    text = await response.text(); // also where the line is cut in the middle of the answer
  } catch (error) {
    throw new ApiError(ownProblem('unavailable', { key: 'errors.unreachable' }), error);
  }
  if (!response.ok) throw new ApiError(problemIn(parseJson(text), response.status));
  return schema.parse(parseJson(text));
}

/** `null` where it is no JSON, such as a proxy's own error page. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const createRoom = () => request(createdRoomSchema, '/api/rooms', {});
export const recentRooms = () => request(recentRoomsSchema, '/api/rooms');
/** A page of what owners have published. @param before as the page before it has said */
export const gallery = (before?: string) => request(gallerySchema, galleryPath(before));
/** The networks of the server. */
export const networks = () => request(networksSchema, '/api/networks');
export const samples = () => request(samplesSchema, '/api/samples');
export const enterRoom = (roomId: RoomId, key: string | undefined) =>
  request(enteredRoomSchema, `/api/rooms/${roomId}/enter`, { key });
export const duplicateRoom = (roomId: RoomId) =>
  request(createdRoomSchema, `/api/rooms/${roomId}/duplicate`, {});
export const chooseSample = (roomId: RoomId, sample: string) =>
  request(imageInfoSchema, `/api/rooms/${roomId}/samples`, { sample });
export const runDetails = (roomId: RoomId, runId: RunId) =>
  request(runDetailsSchema, `/api/rooms/${roomId}/runs/${runId}`);
/** Every point of a run's curve, of which the page has a part where the run is long. */
export const wholeCurve = (roomId: RoomId, runId: RunId) =>
  request(wholeCurveSchema, `/api/rooms/${roomId}/runs/${runId}/curve`);
/** How far the time-lapse of a run is. */
export const timeLapse = (roomId: RoomId, runId: RunId) =>
  request(timeLapseSchema, timeLapsePath(roomId, runId));
/** Has one made, where there is none. */
export const requestTimeLapse = (roomId: RoomId, runId: RunId) =>
  request(timeLapseSchema, timeLapsePath(roomId, runId), {});
