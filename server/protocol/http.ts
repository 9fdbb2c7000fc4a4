import * as z from 'zod/mini';
import { titleSchema } from './commands';
import { curvePointSchema } from './curves';
import { problemSchema } from './errors';
import { roomIdSchema, type RoomId, type RunId } from './ids';
import { networkIdSchema, networkStatusSchema } from './networks';
import { roleSchema } from './roles';
import { runSchema } from './runs';

/*
 * The HTTP API, all under /api. Errors are `{problem}` (protocol/errors.ts) with a fitting status.
 *
 *   POST /api/rooms                              CreateRoom → 201 CreatedRoom; the caller's cookie is the owner
 *   GET  /api/rooms                              → RecentRooms of this browser's cookie, latest first
 *   POST /api/rooms/:roomId/enter                EnterRoom → EnteredRoom; exchanges a link's key for a role
 *   POST /api/rooms/:roomId/images?name=…        the picture's bytes as the body → 201 ImageInfo (editors)
 *   POST /api/rooms/:roomId/samples              ChooseSample → 201 ImageInfo (editors)
 *   GET  /api/rooms/:roomId/images/:imageId      the stored picture; ?side=PX&crop=x,y,w,h for a smaller one
 *   GET  /api/rooms/:roomId/runs/:runId          → RunDetails
 *   GET  /api/rooms/:roomId/runs/:runId/result.png   the result as a download; ?inline to show it
 *   GET  /api/rooms/:roomId/runs/:runId/preview.jpg  the last frame
 *   GET  /api/rooms/:roomId/runs/:runId/keyframes/:iteration.png   the picture of a moment (protocol/moments.ts); ?side=PX for a smaller one
 *   POST /api/rooms/:roomId/runs/:runId/time-lapse   → 202 TimeLapse; begins to make one, where there is none
 *   GET  /api/rooms/:roomId/runs/:runId/time-lapse   → TimeLapse
 *   GET  /api/rooms/:roomId/runs/:runId/time-lapse.webm   once it is ready, as a download; ?inline to show it
 *   GET  /api/rooms/:roomId/runs/:runId/published.jpg   the result where an owner has published it: for anybody, without a cookie; ?small for its last frame
 *   POST /api/rooms/:roomId/duplicate            → 201 CreatedRoom; a copy of the caller's own (whoever may edit)
 *   GET  /api/gallery?before=…                    → Gallery (protocol/gallery.ts): what owners have published, for anybody
 *   GET  /api/networks                           → Networks: for anybody
 *   GET  /api/samples                            → Samples
 *   GET  /api/health                             → {status: 'ok'}
 */

export const createRoomSchema = z.strictObject({
  title: z.optional(titleSchema),
});
export const createdRoomSchema = z.object({ roomId: roomIdSchema });

/** `key` is what follows `#` in a link; without one the caller's cookie decides. */
export const enterRoomSchema = z.strictObject({ key: z.optional(z.string().check(z.maxLength(200))) });
/** `name` is the caller's name in this room, `null` where they have none yet. */
export const enteredRoomSchema = z.object({
  role: roleSchema,
  title: z.string(),
  name: z.nullable(z.string()),
});

export const recentRoomsSchema = z.array(
  z.object({
    id: roomIdSchema,
    title: z.string(),
    role: roleSchema,
    /** Milliseconds since 1970. */
    updatedAt: z.number(),
    /** Path of a small picture: the latest result, or the content image. */
    picture: z.nullable(z.string()),
  }),
);
export type RecentRooms = z.infer<typeof recentRoomsSchema>;

export const chooseSampleSchema = z.strictObject({ sample: z.string().check(z.maxLength(80)) });

export const sampleSchema = z.object({
  id: z.string(),
  kind: z.enum(['content', 'style']),
  /** Below /samples/. */
  file: z.string(),
  title: z.string(),
  width: z.int(),
  height: z.int(),
  source: z.string(),
  licence: z.string(),
});
export const samplesSchema = z.array(sampleSchema);
export type Sample = z.infer<typeof sampleSchema>;

/** The networks of this server. */
export const networksSchema = z.object({
  /** That of new rooms. */
  inUse: networkIdSchema,
  /** The preferred one first. */
  networks: z.array(networkStatusSchema),
});
export type Networks = z.infer<typeof networksSchema>;

/** The curve is thinned to `MAX_CURVE_POINTS`. */
export const runDetailsSchema = z.object({ run: runSchema, curve: z.array(curvePointSchema) });

/** Every point that is kept of a run's curve, in the order of its iterates. */
export const wholeCurveSchema = z.array(curvePointSchema);

/** How far a time-lapse of a run's keyframes is. What was kept of the run since makes it `none` again. */
export const timeLapseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** `done` of `total` pictures are in it. */
  z.object({ kind: z.literal('making'), done: z.int(), total: z.int() }),
  /** `bytes` of the file. */
  z.object({ kind: z.literal('ready'), bytes: z.int() }),
  z.object({ kind: z.literal('failed'), problem: problemSchema }),
]);
export type TimeLapse = z.infer<typeof timeLapseSchema>;

/** Of how far the time-lapse of a run is; with `.webm` behind it, of the film itself. */
export function timeLapsePath(roomId: RoomId, runId: RunId): string {
  return `/api/rooms/${roomId}/runs/${runId}/time-lapse`;
}

/** Of a published result, for anybody. */
export function publishedPath(roomId: RoomId, runId: RunId): string {
  return `/api/rooms/${roomId}/runs/${runId}/published.jpg`;
}
