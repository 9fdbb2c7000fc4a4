import { gaussianSource } from '../../server/style/random';
import type { PlanarImage } from '../../server/style/image';
import type { Convolution, Network } from '../../server/style/network';

/**
 * A tiny network with seeded random weights: two poolings, few channels, the same tap names and preprocessing form as
 * the real ones. With it every formula is tested where no trained weights are at hand.
 */
export function randomNetwork(seed = 7): Network {
  const gaussian = gaussianSource(seed);
  const convolution = (name: string, inChannels: number, outChannels: number): Convolution => ({
    kind: 'convolution',
    name,
    inChannels,
    outChannels,
    // He et al. 2015: keeps the activations' size from layer to layer.
    weight: Float32Array.from(
      { length: outChannels * inChannels * 9 },
      () => gaussian() * Math.sqrt(2 / (9 * inChannels)),
    ),
    bias: Float32Array.from({ length: outChannels }, () => 0.1 * gaussian()),
  });
  return {
    id: `random-${seed}`,
    preprocessing: { scale: 2, mean: [0.9, 1, 1.1], channels: 'BGR' },
    operations: [
      convolution('block1_conv1', 3, 4),
      convolution('block1_conv2', 4, 5),
      { kind: 'pooling' },
      convolution('block2_conv1', 5, 6),
      { kind: 'pooling' },
      convolution('block3_conv1', 6, 7),
      convolution('block3_conv2', 7, 6),
    ],
  };
}

/** Uniformly distributed-looking noise in about [0,1], from a seed. */
export function randomImage(width: number, height: number, seed: number): PlanarImage {
  const gaussian = gaussianSource(seed);
  const data = Float32Array.from({ length: 3 * width * height }, () => 0.5 + 0.2 * gaussian());
  return { width, height, data };
}

/** One colour everywhere. */
export function flatImage(width: number, height: number, value: number): PlanarImage {
  return { width, height, data: new Float32Array(3 * width * height).fill(value) };
}
