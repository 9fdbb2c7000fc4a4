import type { Advice } from '../../protocol/advice';
import type { Shares } from '../../protocol/curves';
import type { Settings } from '../../protocol/settings';
import type { PlanarImage } from '../../style/image';
import type { Iterate } from '../../style/stylize';
import { advise } from './advise';
import { ModelPictures } from './model-pictures';
import type { Observation } from './observation';
import { clippedShare, roughness } from './picture-statistics';

/** Before it, everything is on the move. */
const FIRST_ITERATION = 25;

export interface AdviserInput {
  /** At the run's size or larger. */
  readonly content: PlanarImage;
  /** With more detail than the run's size shows. */
  readonly styles: readonly PlanarImage[];
  /** How much each style picture counts. */
  blendOf(settings: Settings): readonly number[];
  /** The largest size that the content has and the machine can take. */
  largestSize(settings: Settings): number;
}

/** Watches a run, and says what could be better. */
export class Adviser {
  readonly #input: AdviserInput;
  readonly #models: ModelPictures;
  #losses: number[] = [];
  #scale = -1;
  #atStart: Observation['terms']['atStart'] | undefined;
  #before: Observation['terms']['before'] = {};
  #gradientShares: Shares | null = null;
  #last = '[]';

  constructor(input: AdviserInput) {
    this.#input = input;
    this.#models = new ModelPictures(input.content, input.styles);
  }

  /** @param changed whether the objective is another one since the last iterate */
  observe(iterate: Iterate, changed: boolean): void {
    if (changed || iterate.scale !== this.#scale) {
      this.#scale = iterate.scale;
      this.#losses = [];
      this.#before = iterate.terms;
    }
    this.#atStart ??= iterate.terms;
    this.#losses.push(iterate.loss.total);
    if (iterate.gradientShares !== undefined) this.#gradientShares = iterate.gradientShares;
  }

  /** Whether this iterate is one at which to advise: every measurement of the gradient from the 25th iteration on. */
  isDue(iterate: Iterate): boolean {
    return iterate.iteration >= FIRST_ITERATION && iterate.gradientShares !== undefined;
  }

  /** What is to be advised now; `undefined` where that is the same as last time. */
  advise(iterate: Iterate, settings: Settings, end: Observation['end']): Advice[] | undefined {
    const { content, style, tv } = iterate.loss;
    const blend = this.#input.blendOf(settings);
    // What is shown, not the optimiser's point: people judge the former, and its colours may be others.
    const picture = iterate.picture();
    const advice = advise({
      settings,
      end,
      losses: this.#losses,
      loss: { content, style, tv },
      gradientShares: this.#gradientShares,
      terms: { atStart: this.#atStart ?? iterate.terms, before: this.#before, now: iterate.terms },
      weighted: iterate.weighted,
      roughness: { picture: roughness(picture), ...this.#models.roughness(iterate, settings, blend) },
      clipped: clippedShare(picture.data),
      strokesLost: this.#models.strokesLost(iterate.finalSize, settings, blend),
      largestSize: this.#input.largestSize(settings),
    });
    const said = JSON.stringify(advice);
    if (said === this.#last) return undefined;
    this.#last = said;
    return advice;
  }
}
