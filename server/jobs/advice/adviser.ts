import type { Advice } from '../../protocol/advice';
import type { Shares } from '../../protocol/curves';
import type { Settings } from '../../protocol/settings';
import type { PlanarImage, Size } from '../../style/image';
import { resize } from '../../style/resize';
import { fitWithin } from '../../style/schedule';
import type { Iterate } from '../../style/stylize';
import { advise } from './advise';
import type { Observation } from './observation';
import { clippedShare, gradientEnergy, roughness } from './picture-statistics';

/** Before it, everything is on the move. */
const FIRST_ITERATION = 25;

export interface AdviserInput {
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
  #losses: number[] = [];
  #scale = -1;
  #atStart: Observation['terms']['atStart'] | undefined;
  #before: Observation['terms']['before'] = {};
  #gradientShares: Shares | null = null;
  /** Of content and styles at the present scale. */
  #models: { readonly content: number; readonly styles: readonly number[] } | undefined;
  #strokesLost: { readonly longSide: number; readonly shares: readonly number[] } | undefined;
  #last = '[]';

  constructor(input: AdviserInput) {
    this.#input = input;
  }

  /** @param changed whether the objective is another one since the last iterate */
  observe(iterate: Iterate, changed: boolean): void {
    if (changed || iterate.scale !== this.#scale) {
      if (iterate.scale !== this.#scale) this.#models = undefined;
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
    const advice = advise({
      settings,
      end,
      losses: this.#losses,
      loss: { content, style, tv },
      gradientShares: this.#gradientShares,
      terms: { atStart: this.#atStart ?? iterate.terms, before: this.#before, now: iterate.terms },
      weighted: iterate.weighted,
      roughness: { picture: roughness(iterate.picture()), ...this.#modelsAt(iterate) },
      clipped: clippedShare(iterate.pixels),
      strokesLost: this.#lostAt(iterate.finalSize, settings),
      largestSize: this.#input.largestSize(settings),
    });
    const said = JSON.stringify(advice);
    if (said === this.#last) return undefined;
    this.#last = said;
    return advice;
  }

  #modelsAt(size: Size): { readonly content: number; readonly styles: readonly number[] } {
    const longSide = Math.max(size.width, size.height);
    this.#models ??= {
      content: roughness(resize(this.#input.content, { width: size.width, height: size.height })),
      styles: this.#input.styles.map((style) => roughness(resize(style, fitWithin(style, longSide)))),
    };
    return this.#models;
  }

  /** The share of detail that goes when the styles are shrunk to the run's size, averaged as they are blended. */
  #lostAt(size: Size, settings: Settings): number {
    const longSide = Math.round(settings.styleScale * Math.max(size.width, size.height));
    if (this.#strokesLost?.longSide !== longSide) {
      const shares = this.#input.styles.map((style) => {
        const energy = gradientEnergy(style);
        if (energy === 0) return 0;
        return Math.max(0, 1 - gradientEnergy(resize(style, fitWithin(style, longSide))) / energy);
      });
      this.#strokesLost = { longSide, shares };
    }
    const { shares } = this.#strokesLost;
    const blend = this.#input.blendOf(settings);
    const sum = blend.reduce((total, share) => total + share, 0);
    if (sum === 0) return 0;
    return shares.reduce((total, share, index) => total + (share * blend[index]) / sum, 0);
  }
}
