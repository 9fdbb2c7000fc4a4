import type { Padding } from './engine';
import type { TermWeights } from './objective';
import type { ObjectiveForm } from './objective-form';
import type { Pooling } from './network';

/** Everything that defines the objective and the schedule of a run. */
export interface StyleSettings extends TermWeights {
  readonly form: ObjectiveForm;
  /** Over all scales together; counts from the start of a run that is continued. */
  readonly iterations: number;
  /** Long side of the result, px. A smaller content picture keeps its own size. */
  readonly size: number;
  /** One weight ≥ 0 a style picture; they need not sum to 1. */
  readonly styleBlend: readonly number[];
  readonly pooling: Pooling;
  readonly padding: Padding;
  /**
   * Painted all round the picture and cut off from it, px at every scale, 0–32: what is amiss where a network's view
   * ends lies there.
   */
  readonly margin: number;
  /** Long side of the style pictures over that of the painted one, 0.25–4. */
  readonly styleScale: number;
  readonly optimiser: 'lbfgs' | 'adam';
  /** Of Adam, in units of the range [0,1]. */
  readonly learningRate: number;
  /** Of Adam: whether the picture that is shown is the running average of the iterates. */
  readonly iterateAveraging: boolean;
  /** What the picture starts from: `style` is the first style picture, `image` is `StylizeInput.initial`. */
  readonly initialisation: 'content' | 'noise' | 'style' | 'image';
  /** Between the sizes of the coarse-to-fine schedule; `off` is one scale. */
  readonly scaleFactor: 'off' | 'sqrt2' | '2';
  /** Long side of the coarsest scale, px. */
  readonly smallestScale: number;
  readonly colour: 'original' | 'luminance' | 'match';
  /** Relative decrease of the loss over 30 iterations below which a run has converged; 0: never. */
  readonly tolerance: number;
  /** 0 starts from the chosen picture itself, any other integer from it with noise of its own. */
  readonly seed: number;
}

/** What can only be chosen before a run. */
type Fixed = 'size' | 'margin' | 'seed' | 'optimiser' | 'initialisation' | 'scaleFactor' | 'smallestScale';

/** What may change while a run is going. */
export type SteeringPatch = Partial<Omit<StyleSettings, Fixed>>;
