import * as z from 'zod/mini';
import { adviceSchema } from './advice';
import { progressSchema } from './curves';
import { problemSchema } from './errors';
import { memberIdSchema, runIdSchema } from './ids';
import { pictureSchema } from './images';
import { momentSchema } from './moments';
import { settingsSchema } from './settings';

/** What a run is doing. */
export const runStatusSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('queued'),
    /** Among the runs of all rooms; 1 is next. */
    position: z.int(),
    /** Until it begins, as it was foreseen last; `null` where that is not known. Told anew as it changes. */
    startsInSeconds: z._default(z.nullable(z.number().check(z.minimum(0))), null),
  }),
  z.object({ kind: z.literal('running') }),
  z.object({ kind: z.literal('paused') }),
  /** What computed it ended; it goes on from its last checkpoint as soon as something else takes over. */
  z.object({ kind: z.literal('resuming'), problem: problemSchema }),
  z.object({ kind: z.literal('finished') }),
  /** Ended by a member; the picture so far is kept, if there was one. */
  z.object({ kind: z.literal('stopped') }),
  z.object({ kind: z.literal('failed'), problem: problemSchema }),
]);
export type RunStatus = z.infer<typeof runStatusSchema>;

/** What was asked of a run last. Its status follows as soon as what computes it has heard of it. */
export const wishSchema = z.enum(['go', 'pause', 'stop']);
export type Wish = z.infer<typeof wishSchema>;

/** A moment of the curve at which a member steered the run. */
export const markSchema = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  /** The last iterate before the change. */
  iteration: z.int(),
  memberId: memberIdSchema,
  memberName: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
});
export type Mark = z.infer<typeof markSchema>;

export const runResultSchema = z.object({ width: z.int(), height: z.int() });

/** One optimisation. */
export const runSchema = z.object({
  id: runIdSchema,
  /** 1-based within the room. */
  number: z.int(),
  /** What somebody has called it; `null` where it goes by its number. */
  name: z.nullable(z.string()),
  /** Whether the room has marked it as one of its best. */
  favourite: z.boolean(),
  status: runStatusSchema,
  wish: wishSchema,
  startedBy: memberIdSchema,
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  /** Likewise; `null` until it is over. */
  endedAt: z.nullable(z.number()),
  /** What it was forked from; its iterations count on from there. */
  parent: z.nullable(momentSchema),
  /** As they are now, steering included. */
  settings: settingsSchema,
  content: pictureSchema,
  styles: z.array(pictureSchema),
  /** What it starts from where `settings.initialisation` is `image`; `null` else. */
  initial: z.nullable(pictureSchema),
  /** What computed it, e.g. `onnx (cpu)`; `null` until it starts. */
  engine: z.nullable(z.string()),
  progress: progressSchema,
  marks: z.array(markSchema),
  /** What could be done about the picture as it is now. */
  advice: z.array(adviceSchema),
  /** Whether it stopped by itself before its last iteration because nothing visible changed any more. */
  converged: z.boolean(),
  /** The size of the picture that is kept; `null` where there is none yet. */
  result: z.nullable(runResultSchema),
  /** Whether anybody may see the result: it is in the gallery, and stands for the room where its link is shown. */
  published: z.boolean(),
  /** The iterations of which a picture is kept, ascending: for looking back, and to fork from. */
  keyframes: z.array(z.int()),
  /** The iterations of which the whole state is kept, ascending: to go on from, and to fork from. */
  checkpoints: z.array(z.int()),
});
export type Run = z.infer<typeof runSchema>;

/** True while a run waits, computes, is paused or is about to go on. */
export function isActive({ kind }: RunStatus): boolean {
  return kind === 'queued' || kind === 'running' || kind === 'paused' || kind === 'resuming';
}
