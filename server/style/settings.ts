import type { TermWeights } from './objective';
import type { Pooling } from './network';

/** Everything that defines the objective and the schedule of a run. */
export interface StyleSettings extends TermWeights {
  /** Over all scales together; counts from the start of a run that is continued. */
  readonly iterations: number;
  /** Long side of the result, px. A smaller content picture keeps its own size. */
  readonly size: number;
  /** One weight ≥ 0 a style picture; they need not sum to 1. */
  readonly styleBlend: readonly number[];
  readonly pooling: Pooling;
  /** 0 starts from the content picture; any other integer from the content with noise of its own. */
  readonly seed: number;
}

/** What may change while a run is going. */
export type SteeringPatch = Partial<Omit<StyleSettings, 'size' | 'seed'>>;
