import type { PlanarImage, Size } from './image';
import type { Network, Pooling, TapName } from './network';
import type { ObjectiveForm } from './objective-form';

/**
 * What the first convolution sees beyond the picture's border: the mean colour, a grey, or the border's own pixels.
 * All later convolutions pad with zeros.
 */
export type Padding = 'zero' | 'replicate';

/** The key of one raw, unweighted term of the objective: `content:block4_conv2`, `style:block1_conv1`, `tv`. */
export type TermName = `content:${TapName}` | `style:${TapName}` | 'tv';

/** A place to compute. One per process and device. */
export interface Engine {
  readonly name: string;
  readonly device: string;
  load(network: Network, options: LoadOptions): Promise<Model>;
  dispose(): Promise<void>;
}

export interface LoadOptions {
  readonly pooling: Pooling;
  readonly padding: Padding;
}

/** A network with its weights on the device. */
export interface Model {
  /** The activations and Gram matrices of `image` at `taps`, for use as targets. */
  targets(image: PlanarImage, taps: TargetTaps): Promise<Targets>;
  /**
   * The objective for the taps in `spec`. An engine may keep what it compiled for the same taps, so that the next
   * scale, or a weight that is changed, costs no compilation. Dispose the old objective before asking for another.
   *
   * @throws StyleError `unknown-tap` where a tap is not in the network, `bad-picture` where a target has the wrong length
   */
  objective(spec: ObjectiveSpec, size: Size): Promise<Objective>;
  /**
   * Compiles ahead what the next objective will need, while the present one is still in use. Absent where an engine
   * has nothing to compile.
   *
   * @throws StyleError `unknown-tap` where a tap is not in the network
   */
  prepare?(taps: TargetTaps, size: Size): Promise<void>;
  dispose(): Promise<void>;
}

/** Which taps to read activations at, and which to read Gram matrices at. */
export interface TargetTaps {
  readonly content: readonly TapName[];
  readonly style: readonly TapName[];
}

export interface Targets {
  /** Post-ReLU activations `[C][H·W]` per content tap. */
  readonly activations: Readonly<Record<TapName, Float32Array>>;
  /** `F Fᵀ / (H·W)`, `[C][C]`, per style tap. */
  readonly grams: Readonly<Record<TapName, Float32Array>>;
}

/** What the losses compare with. */
export interface ObjectiveTargets {
  /** Target activations per content tap, `[C][H·W]` at the objective's size. */
  readonly content: Readonly<Record<TapName, Float32Array>>;
  /** Blended target Gram per style tap, `[C][C]`. */
  readonly style: Readonly<Record<TapName, Float32Array>>;
  /** What makes a term of a squared distance: see `termFactor`. */
  readonly form: ObjectiveForm;
}

/** Everything that an objective is made of. Taps are fixed when it is compiled; targets and weights are not. */
export interface ObjectiveSpec extends ObjectiveTargets {
  readonly weights: Weights;
}

/**
 * The factor of each raw term in the total, all ≥ 0: `a_ℓ·w_content`, `b_ℓ·w_style`, `w_tv`. A tap that is missing
 * counts 0; a key that the objective was not compiled with is an error.
 */
export type Weights = Readonly<Partial<Record<TermName, number>>>;

/** A differentiable scalar function of the image. Weights and targets change without recompiling; taps cannot. */
export interface Objective {
  /**
   * @param pixels `[3][H][W]`, unclamped
   * @throws StyleError `non-finite` where a pixel is, `bad-picture` where the length is wrong
   */
  evaluate(pixels: Float32Array): Promise<Evaluation>;
  /** From the next evaluation on. @throws StyleError `unknown-tap` for a term that was not compiled in */
  reweight(weights: Weights): void;
  /** Other targets, or another form, for the same taps at the same size, from the next evaluation on. */
  retarget(targets: ObjectiveTargets): void;
  dispose(): Promise<void>;
}

export interface Evaluation {
  /** The weighted total. */
  readonly loss: number;
  /** Each raw, unweighted term, by name. */
  readonly terms: Readonly<Record<TermName, number>>;
  /** `∂loss/∂pixels`, `[3][H][W]`. The caller may keep it: the engine does not reuse the memory. */
  readonly gradient: Float32Array;
}
