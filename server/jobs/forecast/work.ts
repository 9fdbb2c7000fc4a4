import type { Layer } from './samples';

const KERNEL = 9;
const FLOAT_BYTES = 4;
/**
 * What it costs to read and write one value of an activation, in multiplications and additions of a convolution. Fitted
 * to two networks with 4.1 times the time for 6.7 times the arithmetic.
 */
const COST_OF_A_VALUE = 700;

/** What an objective does and keeps per pixel of the picture. */
export interface Work {
  /** Multiply-add operations of the forward pass, with the traffic of its activations counted in. */
  readonly operations: number;
  /** Bytes of the activations of all layers. */
  readonly activationBytes: number;
  /** Bytes of the largest activation. */
  readonly widestBytes: number;
  /** Bytes of the weights in use, not per pixel. */
  readonly weightBytes: number;
}

/** Of a network's layers as far as the deepest of `taps`; of all where none of them is a layer. */
export function workOf(layers: readonly Layer[], taps: readonly string[]): Work {
  const deepest = layers.findLastIndex((layer) => taps.includes(layer.name));
  const used = deepest < 0 ? layers : layers.slice(0, deepest + 1);
  let operations = 0;
  let activationBytes = 0;
  let widestBytes = 0;
  let weightBytes = 0;
  for (const { inChannels, outChannels, poolings } of used) {
    const share = 1 / 4 ** poolings;
    operations += share * outChannels * (KERNEL * inChannels + COST_OF_A_VALUE);
    const bytes = share * outChannels * FLOAT_BYTES;
    activationBytes += bytes;
    widestBytes = Math.max(widestBytes, bytes);
    weightBytes += KERNEL * inChannels * outChannels * FLOAT_BYTES;
  }
  return { operations, activationBytes, widestBytes, weightBytes };
}
