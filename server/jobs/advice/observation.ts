import type { Advice } from '../../protocol/advice';
import type { Shares } from '../../protocol/curves';
import type { Settings } from '../../protocol/settings';

/** What is known of a run at a moment at which it is advised. */
export interface Observation {
  /** As they are now. */
  readonly settings: Settings;
  /** `whole`: it made all its iterations. */
  readonly end: 'none' | 'whole' | 'converged' | 'stopped';
  /** Total loss of every iterate at the present scale since the objective was last changed, in order; the last is now. */
  readonly losses: readonly number[];
  /** Weighted loss per kind, now. */
  readonly loss: Shares;
  /** As they were last measured. */
  readonly gradientShares: Shares | null;
  /** Raw terms by name: at the start of the run, at the first of {@link losses}, and now. */
  readonly terms: {
    readonly atStart: Readonly<Record<string, number>>;
    readonly before: Readonly<Record<string, number>>;
    readonly now: Readonly<Record<string, number>>;
  };
  /** Weighted terms by name, now. */
  readonly weighted: Readonly<Record<string, number>>;
  /** High-frequency energy of the picture, and of content and styles at the same size. */
  readonly roughness: {
    readonly picture: number;
    readonly content: number;
    readonly styles: readonly number[];
  };
  /** Share of the picture's values that are cut off, 0–1. */
  readonly clipped: number;
  /** Share of the styles' detail that is lost at the run's size, 0–1. */
  readonly strokesLost: number;
  /** The largest size that the content has and the machine can take, in pixels of the long side. */
  readonly largestSize: number;
}

/** Looks for one thing that could be better; `null` where there is nothing. */
export type Rule = (observation: Observation) => Advice | null;
