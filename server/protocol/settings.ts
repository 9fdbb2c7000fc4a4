import * as z from 'zod/mini';
import { imageIdSchema } from './ids';
import {
  ITERATIONS,
  LEARNING_RATE,
  MARGIN_PX,
  SEED,
  SHARE,
  SIZE_PX,
  SMALLEST_SCALE_PX,
  STYLE_SCALE,
  TOLERANCE,
  WEIGHT,
} from './limits';
import { networkIdSchema, networkTaps, type NetworkId } from './networks';

const weightSchema = z.number().check(
  z.refine((value) => value === 0 || (value >= WEIGHT.min && value <= WEIGHT.max), {
    error: `must be 0 (off) or between ${WEIGHT.min} and ${WEIGHT.max}`,
  }),
);

const between = (range: { min: number; max: number }) => {
  const error = `must be a whole number from ${range.min} to ${range.max}`;
  return z
    .number({ error })
    .check(z.int({ error }), z.minimum(range.min, { error }), z.maximum(range.max, { error }));
};

const within = (range: { min: number; max: number }) => {
  const error = `must be between ${range.min} and ${range.max}`;
  return z.number({ error }).check(z.minimum(range.min, { error }), z.maximum(range.max, { error }));
};

const shareSchema = within(SHARE);

/** Relative weight of each tap that is in use; they are normalised to a sum of 1. At least one is above 0. */
const layersSchema = z
  .record(
    z.string().check(z.regex(/^[a-z0-9_]{1,40}$/, { error: 'is not the name of a layer' })),
    shareSchema,
  )
  .check(
    z.refine((layers) => Object.values(layers).some((weight) => weight > 0), {
      error:
        'needs at least one layer with a weight above 0 (to switch the whole term off, set its weight to 0)',
    }),
  );

/** Relative weight of each style image, by image id; one that is not named counts 1. */
const styleBlendSchema = z.record(imageIdSchema, shareSchema);

/** How losses are measured: each relative to its target, or as Gatys, Ecker & Bethge (2016) did. */
export const objectiveFormSchema = z.enum(['relative', 'classic']);
export type ObjectiveForm = z.infer<typeof objectiveFormSchema>;

const fields = {
  form: objectiveFormSchema,
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
  /** `scaled-average` doubles the average, so that deep layers see values as large as max pooling would give them. */
  pooling: z.enum(['average', 'scaled-average', 'max']),
  /** What the first convolution sees beyond the border. */
  padding: z.enum(['zero', 'replicate']),
  /** Painted all round the picture and cut off from it, in pixels at every scale: fringes along the border stay in it. */
  margin: between(MARGIN_PX),
  /** Size of the style pictures in relation to the painted one's: above 1 makes strokes larger. */
  styleScale: within(STYLE_SCALE),
  optimiser: z.enum(['lbfgs', 'adam']),
  /** Of Adam; L-BFGS finds its own steps. */
  learningRate: within(LEARNING_RATE),
  /** Of Adam: shows the running average of its iterates, which is calmer than the last of them. */
  iterateAveraging: z.boolean(),
  /** What the picture starts from. `style` is the first style image; `image` is {@link Settings.initialImage}. */
  initialisation: z.enum(['content', 'noise', 'style', 'image']),
  /** A picture of the room; used where `initialisation` is `image`. */
  initialImage: z.nullable(imageIdSchema),
  /** Between the sizes of the coarse-to-fine schedule; `off` paints at the full size from the start. */
  scaleFactor: z.enum(['off', 'sqrt2', '2']),
  /** Long side of the coarsest scale, in pixels. */
  smallestScale: between(SMALLEST_SCALE_PX),
  /** `luminance` keeps the content's colours; `match` gives the style images the content's colours beforehand. */
  colour: z.enum(['original', 'luminance', 'match']),
  /** The run stops by itself once the loss has decreased by less than this, relatively, over 30 iterations. 0: never. */
  tolerance: within(TOLERANCE),
  /** 0 starts from the chosen picture itself; any other number adds its own faint noise, for another variation. */
  seed: between(SEED),
  network: networkIdSchema,
};

/** Everything that defines the objective and the schedule of a run. */
export const settingsSchema = z.strictObject(fields);
export type Settings = z.infer<typeof settingsSchema>;

/** A change of some settings. `styleBlend` is merged by image; every other field replaces its predecessor. */
export const settingsPatchSchema = z
  .partial(z.strictObject(fields))
  .check(z.refine((patch) => Object.keys(patch).length > 0, { error: 'must change at least one setting' }));
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

/**
 * What can be steered while a run is going; the others (network, size, margin, seed, where it starts from, its scales and its
 * optimiser) need a new run.
 */
export const steerableFields = [
  'form',
  'contentWeight',
  'styleWeight',
  'tvWeight',
  'iterations',
  'contentLayers',
  'styleLayers',
  'styleBlend',
  'pooling',
  'padding',
  'styleScale',
  'learningRate',
  'iterateAveraging',
  'colour',
  'tolerance',
] as const satisfies readonly (keyof Settings)[];

type Weights = Pick<Settings, 'contentWeight' | 'styleWeight' | 'tvWeight'>;

/**
 * Weights that were judged by eye. The classic form's are α = 1e-5 of Gatys, Ecker & Bethge's recipe.
 */
const weightsOf: Readonly<Record<ObjectiveForm, Readonly<Record<NetworkId, Weights>>>> = {
  relative: {
    vgg19: { contentWeight: 0.1, styleWeight: 1, tvWeight: 1 },
    compact: { contentWeight: 0.2, styleWeight: 1, tvWeight: 1 },
  },
  classic: {
    vgg19: { contentWeight: 1, styleWeight: 1e-5, tvWeight: 0 },
    compact: { contentWeight: 1, styleWeight: 1e-5, tvWeight: 0 },
  },
};

/** The weights that a form of the objective starts with: they mean something else in each. */
export function defaultWeights(network: NetworkId, form: ObjectiveForm): Weights {
  return weightsOf[form][network];
}

/** Settings of a new room. */
export function defaultSettings(network: NetworkId): Settings {
  const { content, style } = networkTaps[network];
  return {
    form: 'relative',
    ...defaultWeights(network, 'relative'),
    iterations: 300,
    size: 512,
    contentLayers: { [content]: 1 },
    styleLayers: Object.fromEntries(style.map((tap) => [tap, 1])),
    styleBlend: {},
    pooling: 'average',
    padding: 'zero',
    margin: 8,
    styleScale: 1,
    optimiser: 'lbfgs',
    learningRate: 0.02,
    iterateAveraging: false,
    initialisation: 'content',
    initialImage: null,
    scaleFactor: '2',
    smallestScale: 128,
    colour: 'original',
    tolerance: 0.002,
    seed: 0,
    network,
  };
}
