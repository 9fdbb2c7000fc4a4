import type { Convolution, Network } from '../../style/network';

/**
 * The network's preprocessing in a form that costs nothing at run time. `(rgb·scale − mean)` in the network's channel
 * order equals `(rgb − offset)·scale` with `offset = mean/scale`; scale and order go into the first convolution's
 * filter. Only the offset stays a node of the graph, because zero padding comes after it: in the bias it would be
 * wrong along the border. The offset's derivative is the identity, so the backward pass needs nothing more.
 */
export interface FoldedPreprocessing {
  /** Subtracted from the picture, R, G, B. */
  readonly offset: Float32Array;
  readonly operations: Network['operations'];
}

export function foldPreprocessing({ preprocessing, operations }: Network): FoldedPreprocessing {
  const first = operations.findIndex((operation) => operation.kind === 'convolution');
  return {
    offset: Float32Array.from(preprocessing.mean, (mean) => mean / preprocessing.scale),
    operations: operations.map((operation, index) =>
      index === first && operation.kind === 'convolution'
        ? rescaled(operation, preprocessing.scale, preprocessing.channels === 'BGR')
        : operation,
    ),
  };
}

function rescaled(layer: Convolution, scale: number, reversed: boolean): Convolution {
  const weight = new Float32Array(layer.weight.length);
  const { inChannels } = layer;
  for (let o = 0; o < layer.outChannels; o += 1) {
    for (let i = 0; i < inChannels; i += 1) {
      const source = reversed ? inChannels - 1 - i : i;
      for (let k = 0; k < 9; k += 1) {
        weight[(o * inChannels + i) * 9 + k] = layer.weight[(o * inChannels + source) * 9 + k] * scale;
      }
    }
  }
  return { ...layer, weight };
}
