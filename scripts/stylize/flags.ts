import { presetIds } from '../../server/protocol/presets';
import type { Settings } from '../../server/protocol/settings';

export const USAGE = `Paints a photograph in the style of one or more pictures.
  npm run stylize -- --content FILE --style FILE [--style FILE …]
    --style-weights A,B    how much each style picture counts (1 each)
    --out FILE             a PNG (out.png)
    --json                 prints one JSON object on stdout at the end
What it should look like; a preset sets many of these at once, and flags beside it change what it sets:
    --preset NAME          ${presetIds.join(', ')}
    --size PX              long side of the result (512)
    --iterations N         (300)
    --content-weight W     0 is off (0.1 with vgg19, 0.2 with compact)
    --style-weight W       0 is off (1)
    --tv-weight W          smoothness, 0 is off (1)
    --style-scale S        above 1 makes strokes larger, 0.25 to 4 (1)
    --colour KIND          original, luminance (the photograph's colours), or match (styles take them on) (original)
    --init KIND            what it starts from: content, noise, style, or image (content)
    --init-image FILE      the picture for --init image
    --seed N               0 starts from just that, any other number adds noise of its own (0)
How it is measured:
    --network NAME         vgg19 or compact (vgg19 where its weights are on this machine)
    --form FORM            relative, or classic as Gatys, Ecker & Bethge (2016) (relative)
    --content-layers A,B   each may have a weight: block3_conv1,block4_conv2=2 (block4_conv2)
    --style-layers A,B     likewise (block1_conv1 to block5_conv1)
    --pooling KIND         average, scaled-average, or max (average)
    --padding KIND         what lies beyond the border: zero or replicate (zero)
    --margin PX            painted around the picture and cut off, against fringes, 0 to 32 (8)
How it is optimised:
    --optimiser NAME       lbfgs or adam (lbfgs)
    --learning-rate R      of adam (0.02)
    --iterate-averaging    of adam: the running average of its pictures is the result
    --scale-factor F       between the sizes from coarse to fine: 2, sqrt2, or off (2)
    --smallest-scale PX    long side of the coarsest (128)
    --tolerance T          stops once the loss decreases by less than this over 30 iterations, 0 never (0.002)
    --engine NAME          what computes (ATELIER_ENGINE, else auto)
Ctrl+C stops and writes the picture so far.
`;

export const options = {
  content: { type: 'string' },
  style: { type: 'string', multiple: true },
  'style-weights': { type: 'string' },
  out: { type: 'string', default: 'out.png' },
  json: { type: 'boolean', default: false },
  preset: { type: 'string' },
  size: { type: 'string' },
  iterations: { type: 'string' },
  'content-weight': { type: 'string' },
  'style-weight': { type: 'string' },
  'tv-weight': { type: 'string' },
  'style-scale': { type: 'string' },
  colour: { type: 'string' },
  init: { type: 'string' },
  'init-image': { type: 'string' },
  seed: { type: 'string' },
  network: { type: 'string' },
  form: { type: 'string' },
  'content-layers': { type: 'string' },
  'style-layers': { type: 'string' },
  pooling: { type: 'string' },
  padding: { type: 'string' },
  margin: { type: 'string' },
  optimiser: { type: 'string' },
  'learning-rate': { type: 'string' },
  'iterate-averaging': { type: 'boolean' },
  'scale-factor': { type: 'string' },
  'smallest-scale': { type: 'string' },
  tolerance: { type: 'string' },
  engine: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** The flag that sets each setting: what is wrong with a setting is told of its flag. */
export const FLAGS = {
  form: 'form',
  contentWeight: 'content-weight',
  styleWeight: 'style-weight',
  tvWeight: 'tv-weight',
  iterations: 'iterations',
  size: 'size',
  contentLayers: 'content-layers',
  styleLayers: 'style-layers',
  styleBlend: 'style-weights',
  pooling: 'pooling',
  padding: 'padding',
  margin: 'margin',
  styleScale: 'style-scale',
  optimiser: 'optimiser',
  learningRate: 'learning-rate',
  iterateAveraging: 'iterate-averaging',
  initialisation: 'init',
  initialImage: 'init-image',
  scaleFactor: 'scale-factor',
  smallestScale: 'smallest-scale',
  colour: 'colour',
  tolerance: 'tolerance',
  seed: 'seed',
  network: 'network',
} as const satisfies Record<keyof Settings, keyof typeof options>;
