import { z } from 'zod';
import { networkIdSchema } from '../../protocol/networks';
import { settingsSchema } from '../../protocol/settings';

const positive = z.number().positive();
const sizeSchema = z.object({ width: z.number().int().positive(), height: z.number().int().positive() });

/** A layer as far as work and memory are concerned: a 3×3 convolution, and how many poolings lie before it. */
const layerSchema = z.object({
  name: z.string(),
  inChannels: z.number().int().positive(),
  outChannels: z.number().int().positive(),
  poolings: z.number().int().nonnegative(),
});
export type Layer = z.infer<typeof layerSchema>;

/** What a compute process finds out about its machine with a network that it has just loaded. */
export const machineSampleSchema = z.object({
  /** What computes, e.g. `onnx (cpu)`. */
  engine: z.string(),
  /** The network that was measured. */
  network: networkIdSchema,
  /** Of every network, also of those that are not on this machine. */
  layers: z.record(networkIdSchema, z.array(layerSchema)),
  /** Deepest tap of the objective that was measured. */
  deepestTap: z.string(),
  /** Seconds of one evaluation, at the pixels of two small pictures. */
  evaluations: z.array(z.object({ pixels: positive, seconds: positive })).length(2),
  /** Resident memory of the process before it had a network. */
  idleBytes: positive,
});
export type MachineSample = z.infer<typeof machineSampleSchema>;

/** What a run took, from which the next forecasts learn. */
export const runSampleSchema = z.object({
  engine: z.string(),
  settings: settingsSchema,
  /** Of the parts of the pictures that were used, in pixels. */
  content: sizeSchema,
  styles: z.array(sizeSchema),
  /** Mean seconds of an iteration at the full size; `null` where too few were made there to tell. */
  secondsPerIteration: positive.nullable(),
  /** Largest resident memory; `null` where the process had been larger before, so that it says nothing of this run. */
  peakBytes: positive.nullable(),
});
export type RunSample = z.infer<typeof runSampleSchema>;

/** What a compute process has measured. */
export const measurementSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('machine'), sample: machineSampleSchema }),
  z.object({ kind: z.literal('run'), sample: runSampleSchema }),
]);
export type Measurement = z.infer<typeof measurementSchema>;
