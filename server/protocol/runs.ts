import { z } from 'zod';
import { adviceSchema } from './advice';
import { progressSchema } from './curves';
import { problemSchema } from './errors';
import { memberIdSchema, runIdSchema } from './ids';
import { pictureSchema } from './images';
import { settingsSchema } from './settings';

/** What a run is doing. */
export const runStatusSchema = z.discriminatedUnion('kind', [
  /** `position` 1 is next. */
  z.object({ kind: z.literal('queued'), position: z.number().int() }),
  z.object({ kind: z.literal('running') }),
  z.object({ kind: z.literal('paused') }),
  z.object({ kind: z.literal('finished') }),
  /** Ended by a member; the picture so far is kept, if there was one. */
  z.object({ kind: z.literal('stopped') }),
  z.object({ kind: z.literal('failed'), problem: problemSchema }),
]);
export type RunStatus = z.infer<typeof runStatusSchema>;

/** A moment of the curve at which a member steered the run. */
export const markSchema = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  /** The last iterate before the change. */
  iteration: z.number().int(),
  memberId: memberIdSchema,
  memberName: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
});
export type Mark = z.infer<typeof markSchema>;

export const runResultSchema = z.object({ width: z.number().int(), height: z.number().int() });

/** One optimisation. */
export const runSchema = z.object({
  id: runIdSchema,
  /** 1-based within the room. */
  number: z.number().int(),
  status: runStatusSchema,
  startedBy: memberIdSchema,
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  /** As they are now, steering included. */
  settings: settingsSchema,
  content: pictureSchema,
  styles: z.array(pictureSchema),
  /** What it starts from where `settings.initialisation` is `image`; `null` else. */
  initial: pictureSchema.nullable(),
  /** What computed it, e.g. `onnx (cpu)`; `null` until it starts. */
  engine: z.string().nullable(),
  progress: progressSchema,
  marks: z.array(markSchema),
  /** What could be done about the picture as it is now. */
  advice: z.array(adviceSchema),
  /** Whether it stopped by itself before its last iteration because nothing visible changed any more. */
  converged: z.boolean(),
  /** The size of the picture that is kept; `null` where there is none yet. */
  result: runResultSchema.nullable(),
});
export type Run = z.infer<typeof runSchema>;

/** True while a run waits, computes or is paused. */
export function isActive(status: RunStatus): boolean {
  return status.kind === 'queued' || status.kind === 'running' || status.kind === 'paused';
}
