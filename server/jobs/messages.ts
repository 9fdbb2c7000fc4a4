import { z } from 'zod';
import { ENGINE_CHOICES } from '../engines/choice';
import { adviceSchema } from '../protocol/advice';
import { curvePointSchema, progressSchema } from '../protocol/curves';
import { problemSchema } from '../protocol/errors';
import { roomIdSchema, runIdSchema } from '../protocol/ids';
import { cropSchema } from '../protocol/images';
import { networkIdSchema } from '../protocol/networks';
import { settingsSchema } from '../protocol/settings';
import { measurementSchema } from './forecast/samples';

/*
 * What the server and a compute process say to each other over the channel that fork() opens. Both sides parse what
 * they get. Whatever belongs to a run carries the run's epoch: numbers that the supervisor gives out, never twice, so
 * that a late message of a run that is over can be told from those of the present one.
 */

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, { error: 'must be bytes' });
export const epochSchema = z.number().int().positive();
const count = z.number().int().nonnegative();
const pixels = z.number().int().positive();

const pictureSchema = z.object({
  imageId: z.string(),
  bytes: bytesSchema,
  crop: z.nullable(cropSchema),
});

const startSchema = z
  .object({
    picture: bytesSchema,
    format: z.enum(['float32', 'png']),
    width: pixels,
    height: pixels,
    iteration: count,
    scale: count.nullable(),
    seconds: z.number().min(0),
  })
  .refine(
    (start) => start.format === 'png' || start.picture.byteLength === 3 * start.height * start.width * 4,
    {
      error: 'its pixels are not [3][height][width] of float32',
    },
  );

const jobSchema = z.object({
  roomId: roomIdSchema,
  runId: runIdSchema,
  settings: settingsSchema,
  content: pictureSchema,
  styles: z.array(pictureSchema).min(1).readonly(),
  initial: pictureSchema.nullable(),
  start: startSchema.nullable(),
  past: z.object({ steered: z.boolean(), continuedFrom: z.number().int().nullable() }),
});

/** From the server to a compute process. */
export const computeCommandSchema = z.discriminatedUnion('type', [
  /** Loads a network, so that the first run need not wait for it. */
  z.object({ type: z.literal('warm'), network: networkIdSchema }),
  z.object({ type: z.literal('start'), epoch: epochSchema, job: jobSchema }),
  z.object({ type: z.literal('steer'), epoch: epochSchema, settings: settingsSchema }),
  z.object({ type: z.literal('pause'), epoch: epochSchema }),
  z.object({ type: z.literal('resume'), epoch: epochSchema }),
  z.object({ type: z.literal('stop'), epoch: epochSchema }),
  /** Leaves a checkpoint and ends the run in this process: it goes on in another one. */
  z.object({ type: z.literal('suspend'), epoch: epochSchema }),
  /** Ends the process, whatever it is doing. */
  z.object({ type: z.literal('shutdown') }),
]);
export type ComputeCommand = z.infer<typeof computeCommandSchema>;

const frameSchema = z.object({
  iteration: count,
  width: pixels,
  height: pixels,
  mime: z.string(),
  bytes: bytesSchema,
  final: z.boolean(),
});

const outcomeSchema = z.object({
  width: pixels,
  height: pixels,
  png: bytesSchema,
  checkpoint: bytesSchema,
  progress: progressSchema,
  evaluations: count,
  converged: z.boolean(),
});

const checkpointSchema = z.object({
  iteration: count,
  scale: count,
  width: pixels,
  height: pixels,
  picture: bytesSchema,
  settings: settingsSchema,
});

const keyframeSchema = z.object({ iteration: count, width: pixels, height: pixels, png: bytesSchema });

const reports = [
  z.object({ type: z.literal('started'), engine: z.string(), networkChecksum: z.string() }),
  z.object({ type: z.literal('paused') }),
  z.object({ type: z.literal('resumed') }),
  z.object({ type: z.literal('iterates'), points: z.array(curvePointSchema), progress: progressSchema }),
  z.object({ type: z.literal('frame'), frame: frameSchema }),
  z.object({ type: z.literal('advice'), advice: z.array(adviceSchema) }),
  z.object({ type: z.literal('checkpoint'), checkpoint: checkpointSchema }),
  z.object({ type: z.literal('keyframe'), keyframe: keyframeSchema }),
  z.object({ type: z.literal('suspended') }),
  z.object({ type: z.literal('interrupted'), problem: problemSchema }),
  z.object({ type: z.literal('finished'), outcome: outcomeSchema }),
  z.object({ type: z.literal('stopped'), outcome: outcomeSchema.nullable() }),
  z.object({ type: z.literal('failed'), problem: problemSchema }),
] as const;

/** What a compute process says about a run. */
export const runReportSchema = z.discriminatedUnion('type', reports);
export type RunReport = z.infer<typeof runReportSchema>;

/** From a compute process to the server. */
export const computeMessageSchema = z.discriminatedUnion('type', [
  /** The engine is open: the process takes runs. */
  z.object({ type: z.literal('ready'), engine: z.string() }),
  z.object({ type: z.literal('report'), epoch: epochSchema, report: runReportSchema }),
  /** What forecasts are made from: of the machine once a network is loaded, of every run at its end. */
  z.object({ type: z.literal('measured'), measurement: measurementSchema }),
  z.object({
    type: z.literal('log'),
    level: z.enum(['debug', 'info', 'warn', 'error']),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
]);
export type ComputeMessage = z.infer<typeof computeMessageSchema>;

/** What a compute process is told when it is started, as JSON in its first argument. Paths are absolute. */
export const computeConfigSchema = z.object({
  /** The installation's root: the networks that ship with it lie there. */
  packageDir: z.string(),
  /** Folders of further networks. */
  modelsDirs: z.array(z.string()),
  engine: z.enum(ENGINE_CHOICES),
});
export type ComputeConfig = z.infer<typeof computeConfigSchema>;

/** True for a run's last report. */
export function isLast(report: RunReport): boolean {
  return ['finished', 'stopped', 'failed', 'suspended', 'interrupted'].includes(report.type);
}
