import * as z from 'zod/mini';
import { curvePointSchema, progressSchema } from './curves';
import type { CommandRequest, Join } from './commands';
import { problemSchema, type Problem } from './errors';
import { memberIdSchema, runIdSchema } from './ids';
import { networkStatusSchema, type NetworkStatus } from './networks';
import { roleSchema } from './roles';
import { forecastSchema, type Forecast } from './forecast';
import { presenceBatchSchema, presenceSchema, type Attention, type PresenceBatch } from './presence';
import { linkKeysSchema } from './room';
import { catchUpSchema, changeEventSchema, type ChangeEvent } from './sync';

/** The scalars since the last batch. */
export const iteratesSchema = z.object({
  runId: runIdSchema,
  points: z.array(curvePointSchema),
  progress: progressSchema,
});
export type Iterates = z.infer<typeof iteratesSchema>;

/** What a frame's bytes show. */
export const frameSchema = z.object({
  runId: runIdSchema,
  iteration: z.int(),
  /** Pixels of the encoded picture. */
  width: z.int(),
  height: z.int(),
  mime: z.string(),
  /** True for the last frame of a run, which is never skipped. */
  final: z.boolean(),
});
export type Frame = z.infer<typeof frameSchema>;

/** All that a new arrival needs at once. The latest frame follows as an ordinary `frame` event. */
export const welcomeSchema = z.object({
  memberId: memberIdSchema,
  role: roleSchema,
  keys: linkKeysSchema,
  /** The room, or what has happened in it since. */
  catchUp: catchUpSchema,
  /** Everybody who is here, and what they look at. */
  present: z.array(presenceSchema),
  networks: z.array(networkStatusSchema),
  /** The curve of the room's latest run, thinned; `null` where there is no run yet. */
  curve: z.nullable(z.object({ runId: runIdSchema, points: z.array(curvePointSchema) })),
  /** Why not everything of what goes on can be kept just now; `null` where it is kept. */
  unkept: z.nullable(problemSchema),
  /** Origins, such as `http://192.168.0.7:3000`, at which others in the network reach this server. */
  origins: z.array(z.string()),
});
export type Welcome = z.infer<typeof welcomeSchema>;

/** How every request over the socket is answered. */
export const refusalSchema = z.object({ ok: z.literal(false), problem: problemSchema });
export const joinAckSchema = z.union([
  z.object({ ok: z.literal(true), welcome: welcomeSchema }),
  refusalSchema,
]);
export const commandAckSchema = z.union([
  z.object({ ok: z.literal(true), revision: z.int() }),
  refusalSchema,
]);
export type Refusal = z.infer<typeof refusalSchema>;
export type JoinAck = z.infer<typeof joinAckSchema>;
export type CommandAck = z.infer<typeof commandAckSchema>;

/** What a member may do from now on, and the links that they may pass on. */
export const accessSchema = z.object({ role: roleSchema, keys: linkKeysSchema });
export type Access = z.infer<typeof accessSchema>;

/** What a client sends. */
export interface ClientToServerEvents {
  join: (join: Join, ack: (answer: JoinAck) => void) => void;
  command: (request: CommandRequest, ack: (answer: CommandAck) => void) => void;
  /** Has no answer; dropped where it is of another form, or comes too often. */
  attention: (attention: Attention) => void;
}

/** What the server sends. */
export interface ServerToClientEvents {
  /** A step of the room. They come in the order of revisions, each one more than the one before. */
  change: (event: ChangeEvent) => void;
  /** Who has come, gone, or looks elsewhere; no part of the room's value, as the forecast is none. */
  presence: (batch: PresenceBatch) => void;
  forecast: (forecast: Forecast | null) => void;
  iterates: (iterates: Iterates) => void;
  /** At most one is on its way to a socket: the client acknowledges it once it is shown. */
  frame: (frame: Frame, bytes: ArrayBuffer, ack: () => void) => void;
  networks: (networks: NetworkStatus[]) => void;
  /** What goes on in the room cannot all be kept just now, and why; `null`: it is kept again. What members ask for is refused apart. */
  unkept: (problem: Problem | null) => void;
  /** To one member, whose role or whose links have changed. */
  access: (access: Access) => void;
  /** To one member who is in the room no longer, and why: the last thing that the socket hears. */
  dismissed: (problem: Problem) => void;
  /** To everybody: the server is being stopped. What is going on is kept, and goes on once it is back. */
  stopping: () => void;
}

/** The schemas by which a client checks what it gets. */
export const serverEventSchemas = {
  change: changeEventSchema,
  presence: presenceBatchSchema,
  forecast: z.nullable(forecastSchema),
  iterates: iteratesSchema,
  frame: frameSchema,
  networks: z.array(networkStatusSchema),
  unkept: z.nullable(problemSchema),
  access: accessSchema,
  dismissed: problemSchema,
} as const;
