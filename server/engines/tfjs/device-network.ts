import { dispose, tensor1d, tensor4d, type Tensor3D, type Tensor4D } from '@tensorflow/tfjs-core';
import type { LoadOptions } from '../../style/engine';
import type { Network, TapName } from '../../style/network';
import { truncate } from '../../style/taps';
import { layOutFilter } from './filters';
import { convolution, type ConvolutionWeights } from './ops/convolution';
import { pixelsToInput } from './ops/pixels-to-input';
import { pool } from './ops/pool';
import { replicateBorder } from './ops/replicate-border';

/** A network with its weights on the device. */
export class DeviceNetwork {
  readonly network: Network;
  readonly #options: LoadOptions;
  readonly #offset: Tensor4D;
  readonly #weights = new Map<TapName, ConvolutionWeights>();

  constructor(network: Network, options: LoadOptions) {
    this.network = network;
    this.#options = options;
    const { preprocessing } = network;
    const offset = preprocessing.mean.map((mean) => mean / preprocessing.scale);
    this.#offset = tensor4d(offset, [1, 1, 1, 3]);
    for (const operation of network.operations) {
      if (operation.kind === 'pooling') continue;
      const { name, inChannels, outChannels, bias } = operation;
      const isFirst = this.#weights.size === 0;
      const { filter, mirrored } = layOutFilter(operation, isFirst ? preprocessing : undefined);
      this.#weights.set(name, {
        filter: tensor4d(filter, [3, 3, inChannels, outChannels]),
        mirrored: tensor4d(mirrored, [3, 3, outChannels, inChannels]),
        bias: tensor1d(bias),
      });
    }
  }

  /**
   * The activations at `taps`, `[1][H][W][C]` each, of planar pixels `[3][H][W]`; nothing beyond the deepest is computed.
   */
  activations(pixels: Tensor3D, taps: readonly TapName[]): Map<TapName, Tensor4D> {
    const { pooling, padding } = this.#options;
    const found = new Map<TapName, Tensor4D>();
    const { operations } = truncate(this.network, taps);
    if (operations.length === 0) return found;
    let value = pixelsToInput(pixels, this.#offset);
    let border: 'same' | 'valid' = 'same';
    if (padding === 'replicate') {
      value = replicateBorder(value);
      border = 'valid';
    }
    for (const operation of operations) {
      if (operation.kind === 'pooling') {
        value = pool(value, pooling);
        continue;
      }
      value = convolution(value, this.#weights.get(operation.name)!, border);
      border = 'same';
      if (taps.includes(operation.name)) found.set(operation.name, value);
    }
    return found;
  }

  dispose(): void {
    this.#offset.dispose();
    for (const weights of this.#weights.values()) dispose({ ...weights });
  }
}
