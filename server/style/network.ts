/** The name of a layer whose activations a loss may read, as in Keras: `block4_conv2`. */
export type TapName = string;

/**
 * How 2×2, stride 2 pooling reduces its window. `scaled-average` is twice the average: the biases after it then meet
 * values about as large as max pooling gives them, for which the network was trained.
 */
export type Pooling = 'average' | 'scaled-average' | 'max';

/**
 * A 3×3, stride 1 convolution followed by a ReLU. Its output is the activation that `name` taps.
 *
 * `weight` has shape `[outChannels][inChannels][3][3]` (OIHW, cross-correlation as every framework computes it),
 * `bias` has shape `[outChannels]`.
 */
export interface Convolution {
  readonly kind: 'convolution';
  readonly name: TapName;
  readonly inChannels: number;
  readonly outChannels: number;
  readonly weight: Float32Array;
  readonly bias: Float32Array;
}

/** 2×2 pooling, stride 2, VALID: an odd last row or column is dropped. Which pooling it is, the run's settings say. */
export interface PoolingStep {
  readonly kind: 'pooling';
}

/** What turns planar RGB in [0,1] into the first convolution's input: `(rgb·scale − mean)`, then the channel order. */
export interface Preprocessing {
  /** 255 for the Caffe-derived VGG weights, 1 for networks that take [0,1]. */
  readonly scale: number;
  /** Subtracted after scaling; in R, G, B order whatever `channels` says. */
  readonly mean: readonly [number, number, number];
  /** The order in which the first convolution expects its input channels. */
  readonly channels: 'RGB' | 'BGR';
}

/**
 * A frozen feature network, entirely as data: nothing else in the code knows what VGG is.
 */
export interface Network {
  readonly id: string;
  readonly preprocessing: Preprocessing;
  readonly operations: readonly (Convolution | PoolingStep)[];
}
