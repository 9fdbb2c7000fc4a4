import type { StyleSettings } from '../../server/style/settings';

/** Settings of a run on the tiny network of `random-network`, for one style picture; tests change what they are about. */
export const styleSettings: StyleSettings = {
  contentWeight: 1,
  styleWeight: 1,
  tvWeight: 0.01,
  iterations: 12,
  size: 256,
  contentLayers: { block3_conv1: 1 },
  styleLayers: { block1_conv1: 1, block2_conv1: 1 },
  styleBlend: [1],
  form: 'relative',
  pooling: 'average',
  padding: 'zero',
  margin: 0,
  styleScale: 1,
  optimiser: 'lbfgs',
  learningRate: 0.02,
  iterateAveraging: false,
  initialisation: 'content',
  scaleFactor: '2',
  smallestScale: 128,
  colour: 'original',
  tolerance: 0,
  seed: 0,
};
