import * as z from 'zod/mini';
import { ITERATIONS } from './limits';
import { settingsSchema, type SettingsPatch } from './settings';

/** What a picture was made with, as the file of a result says it of itself. */
export const makingSchema = z.object({
  settings: z.object({
    ...settingsSchema.shape,
    /** How much each style picture counted, in the order of the run: its pictures' names are nothing for others. */
    styleBlend: z.array(z.number().check(z.minimum(0))).check(z.maxLength(100)),
  }),
  network: z.object({ variant: z.string(), /** `algorithm:hex` of its weights. */ checksum: z.string() }),
  engine: z.string(),
  iterations: z.int().check(z.minimum(0), z.maximum(ITERATIONS.max)),
  /** Whether it ended before its last iteration because nothing visible changed any more. */
  converged: z.boolean(),
  /** Whether settings were changed on the way, so that these settings alone do not make the picture again. */
  steered: z.boolean(),
  /** The iteration at which it went on from another run's picture; `null` where it started afresh. */
  continuedFrom: z.nullable(z.int().check(z.minimum(0))),
  /** Of this form. Files that were written before it had a number are of the first. */
  version: z._default(z.literal(1), 1),
});
export type Making = z.infer<typeof makingSchema>;

/** The settings of a picture that any room can take over: all but what names pictures of the room in which it was made. */
export function settingsToRestore({ settings }: Making): SettingsPatch {
  const { styleBlend: _blend, initialImage: _image, initialisation, ...others } = settings;
  return initialisation === 'image' ? others : { ...others, initialisation };
}
