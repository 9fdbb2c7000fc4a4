import { z } from 'zod';
import { imageIdSchema } from './ids';
import { ITERATIONS, SEED, SHARE, SIZE_PX, WEIGHT } from './limits';
import { networkIdSchema, networkTaps, type NetworkId } from './networks';

const weightSchema = z
  .number()
  .refine((value) => value === 0 || (value >= WEIGHT.min && value <= WEIGHT.max), {
    error: `must be 0 (off) or between ${WEIGHT.min} and ${WEIGHT.max}`,
  });

const between = (range: { min: number; max: number }) => {
  const error = `must be a whole number from ${range.min} to ${range.max}`;
  return z.number({ error }).int({ error }).min(range.min, { error }).max(range.max, { error });
};

const shareSchema = z
  .number()
  .min(SHARE.min, { error: `must be between ${SHARE.min} and ${SHARE.max}` })
  .max(SHARE.max, { error: `must be between ${SHARE.min} and ${SHARE.max}` });

/** Relative weight of each tap that is in use; they are normalised to a sum of 1. At least one is above 0. */
const layersSchema = z
  .record(z.string().regex(/^[a-z0-9_]{1,40}$/, { error: 'is not the name of a layer' }), shareSchema)
  .refine((layers) => Object.values(layers).some((weight) => weight > 0), {
    error:
      'needs at least one layer with a weight above 0 (to switch the whole term off, set its weight to 0)',
  });

/** Relative weight of each style image, by image id; one that is not named counts 1. */
const styleBlendSchema = z.record(imageIdSchema, shareSchema);

const fields = {
  contentWeight: weightSchema,
  styleWeight: weightSchema,
  /** Of the total variation term, "smoothness" in the page. */
  tvWeight: weightSchema,
  /** Over all scales together. */
  iterations: between(ITERATIONS),
  /** Long side of the result, in pixels. */
  size: between(SIZE_PX),
  contentLayers: layersSchema,
  styleLayers: layersSchema,
  styleBlend: styleBlendSchema,
  pooling: z.enum(['average', 'max']),
  /** 0 starts from the content image itself; any other number adds its own faint noise, for another variation. */
  seed: between(SEED),
  network: networkIdSchema,
};

/** Everything that defines the objective and the schedule of a run. */
export const settingsSchema = z.strictObject(fields);
export type Settings = z.infer<typeof settingsSchema>;

/** A change of some settings. `styleBlend` is merged by image; every other field replaces its predecessor. */
export const settingsPatchSchema = z
  .strictObject(fields)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, { error: 'must change at least one setting' });
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

/** What can be steered while a run is going; the others (network, size, seed) need a new run. */
export const steerableFields = [
  'contentWeight',
  'styleWeight',
  'tvWeight',
  'iterations',
  'contentLayers',
  'styleLayers',
  'styleBlend',
  'pooling',
] as const satisfies readonly (keyof Settings)[];

/**
 * Weights that were judged by eye at 512 px. The distilled network measures content more strictly than VGG-19 does, so the
 * same picture takes less of it.
 */
const defaultWeights: Readonly<
  Record<NetworkId, Pick<Settings, 'contentWeight' | 'styleWeight' | 'tvWeight'>>
> = {
  vgg19: { contentWeight: 1, styleWeight: 1, tvWeight: 1 },
  compact: { contentWeight: 0.2, styleWeight: 1, tvWeight: 1 },
};

/** Settings of a new room. */
export function defaultSettings(network: NetworkId): Settings {
  const { content, style } = networkTaps[network];
  return {
    ...defaultWeights[network],
    iterations: 300,
    size: 512,
    contentLayers: { [content]: 1 },
    styleLayers: Object.fromEntries(style.map((tap) => [tap, 1])),
    styleBlend: {},
    pooling: 'average',
    seed: 0,
    network,
  };
}
