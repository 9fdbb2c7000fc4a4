import { isKeyframe } from '../protocol/keyframes';
import { CHECKPOINT_INTERVAL_MS } from '../protocol/limits';
import type { Settings } from '../protocol/settings';
import type { Iterate } from '../style/stylize';
import { toCheckpoint } from './checkpoint';
import { KeyframeEncoder } from './keyframe-encoder';
import type { RunReport } from './messages';

export interface MomentKeeperOptions {
  /** Resolves once the report has left the process. */
  report(report: RunReport): Promise<void>;
  /** Has the curve leave up to the latest iterate: no moment is kept that the curve does not reach. */
  flushCurve(): Promise<void>;
  /** A monotonic clock, in milliseconds. */
  now(): number;
}

/**
 * What a run leaves of its moments: now and then the state that it can go on from, and pictures to look back at. Both leave in
 * order: when a checkpoint has left, so has every keyframe up to it, since a run that goes on from there makes none anew.
 */
export class MomentKeeper {
  readonly #options: MomentKeeperOptions;
  readonly #keyframes: KeyframeEncoder;
  #latestKeyframe: number | undefined;
  #latestCheckpoint: number | undefined;
  /** When the last checkpoint had left; before there is one, when the run began. */
  #checkpointedAt: number;

  constructor(options: MomentKeeperOptions) {
    this.#options = options;
    this.#checkpointedAt = options.now();
    this.#keyframes = new KeyframeEncoder(async (keyframe) => {
      await options.flushCurve();
      await options.report({ type: 'keyframe', keyframe });
    });
  }

  /**
   * Keeps what is to be kept of an iterate. To be called with each one once, and with none of which a run before this one
   * had the chance.
   *
   * @param settings with which it was made
   * @throws AppError where a picture cannot be encoded
   */
  async iterate(iterate: Iterate, settings: Settings): Promise<void> {
    if (isKeyframe(iterate.iteration)) await this.#keyframe(iterate);
    else await this.#keyframes.sendFinished();
    const isDue = this.#options.now() - this.#checkpointedAt >= CHECKPOINT_INTERVAL_MS;
    // The picture that a run starts from is made again in no time.
    if (isDue && iterate.iteration > 0) await this.checkpoint(iterate, settings);
  }

  /** Leaves the state after an iterate, unless it has left. @throws AppError where a keyframe cannot be encoded */
  async checkpoint(iterate: Iterate, settings: Settings): Promise<void> {
    const { iteration, scale, width, height, pixels } = iterate;
    if (iteration === this.#latestCheckpoint) return;
    await this.settle();
    await this.#options.flushCurve();
    const picture = toCheckpoint({ width, height, data: pixels });
    await this.#options.report({
      type: 'checkpoint',
      checkpoint: { iteration, scale, width, height, picture, settings },
    });
    this.#latestCheckpoint = iteration;
    this.#checkpointedAt = this.#options.now();
  }

  /** Leaves the picture of a run's last iterate, and all that has not left. @throws AppError as {@link iterate} */
  async last(iterate: Iterate): Promise<void> {
    if (iterate.iteration !== this.#latestKeyframe) await this.#keyframe(iterate);
    await this.settle();
  }

  /** Resolves once everything has left. @throws AppError where a keyframe cannot be encoded */
  async settle(): Promise<void> {
    await this.#keyframes.settle();
  }

  async #keyframe(iterate: Iterate): Promise<void> {
    await this.#keyframes.add(iterate);
    this.#latestKeyframe = iterate.iteration;
  }
}
