import * as z from 'zod/mini';
import { runIdSchema, type RoomId, type RunId } from './ids';
import { ITERATIONS } from './limits';

const iterationSchema = z.int().check(z.minimum(0), z.maximum(ITERATIONS.max));

/** A moment of a run: the state after this iteration; 0 is the picture that it starts from. */
export const momentSchema = z.strictObject({ runId: runIdSchema, iteration: iterationSchema });
export type Moment = z.infer<typeof momentSchema>;

/** An iteration in an address. */
export const iterationTextSchema = z.pipe(
  z.pipe(z.string().check(z.regex(/^\d{1,6}$/, { error: 'not an iteration' })), z.transform(Number)),
  iterationSchema,
);

/** The query of a page of one run: `at` is a moment of it. Anything that is none is as if it were not there. */
export const runPageQuerySchema = z.object({
  at: z.catch(z.optional(iterationTextSchema), undefined),
});

/** The page of a room. */
export function roomPath(roomId: RoomId): string {
  return `/r/${roomId}`;
}

/** The page of a run: its result, settings, curves, timeline and parent. */
export function runPath(roomId: RoomId, runId: RunId): string {
  return `${roomPath(roomId)}/run/${runId}`;
}

/** The page of a run, opened at one moment. */
export function momentPath(roomId: RoomId, { runId, iteration }: Moment): string {
  return `${runPath(roomId, runId)}?at=${iteration}`;
}

/** Of the picture that was kept of a moment, lossless and at its full size. There is one only where the run says so. */
export function keyframePath(roomId: RoomId, { runId, iteration }: Moment): string {
  return `/api/rooms/${roomId}/runs/${runId}/keyframes/${iteration}.png`;
}
