import { encodeFrame } from '../images/encode';
import type { CurvePoint, Progress } from '../protocol/curves';
import { FRAME_INTERVAL_MS, FRAME_MAX_SIDE_PX } from '../protocol/limits';
import type { Settings } from '../protocol/settings';
import type { PlanarImage } from '../style/image';
import type { Iterate } from '../style/stylize';
import type { RunReport } from './messages';
import { Pacer } from './pacer';
import { RemainingTime } from './remaining-time';
import { restOf } from './schedule-rest';

/**
 * Tells the room of a run's iterates: the scalars of every one, in batches, and a picture of some. Everything that it
 * sends has left the process when its promise resolves, since the next evaluation blocks whatever has not.
 */
export class RunReporter {
  readonly #report: (report: RunReport) => Promise<void>;
  readonly #frames: Pacer;
  readonly #batches: Pacer;
  readonly #scaleFactor: Settings['scaleFactor'];
  readonly #time = new RemainingTime();
  #points: CurvePoint[] = [];
  #previous: Iterate | undefined;
  #shown: Iterate | undefined;

  /**
   * @param scaleFactor between the sizes of the run's scales
   * @param now a monotonic clock, in milliseconds
   */
  constructor(
    report: (report: RunReport) => Promise<void>,
    scaleFactor: Settings['scaleFactor'],
    now: () => number,
  ) {
    this.#report = report;
    this.#scaleFactor = scaleFactor;
    this.#frames = new Pacer(FRAME_INTERVAL_MS, now);
    this.#batches = new Pacer(FRAME_INTERVAL_MS, now);
  }

  /**
   * @param seconds of computing since the run started
   * @param isNew false where the curve has this iterate already
   */
  async iterate(iterate: Iterate, seconds: number, isNew: boolean): Promise<void> {
    // The first one at a scale took its preparation along, and says nothing about the next.
    if (this.#previous?.scale === iterate.scale) this.#time.measure(iterate, iterate.milliseconds / 1000);
    this.#previous = iterate;
    if (isNew) {
      const { iteration, width, height, loss, weighted, gradientShares } = iterate;
      this.#points.push({
        iteration,
        seconds,
        width,
        height,
        ...loss,
        terms: weighted,
        gradientShares: gradientShares ?? null,
      });
    }
    if (this.#batches.due) await this.#batches.run(() => this.flush());
    if (this.#frames.due) await this.#frames.run(() => this.show());
  }

  /** Sends the scalars that have not been sent. */
  async flush(): Promise<void> {
    if (this.#points.length === 0 || this.#previous === undefined) return;
    const points = this.#points;
    this.#points = [];
    await this.#report({ type: 'iterates', points, progress: this.progress(this.#previous) });
  }

  /** Sends the picture of the latest iterate, if that has not been sent. */
  async show(): Promise<void> {
    const iterate = this.#previous;
    if (iterate === undefined || iterate === this.#shown) return;
    this.#shown = iterate;
    await this.#frame(iterate.picture(), iterate.iteration, false);
  }

  /** Sends the picture of the outcome. */
  async showLast(picture: PlanarImage, iteration: number): Promise<void> {
    await this.#frame(picture, iteration, true);
  }

  progress(iterate: Iterate): Progress {
    const { iteration, totalIterations } = iterate;
    return {
      iteration,
      totalIterations,
      remainingSeconds: this.#time.remaining(restOf(iterate, this.#scaleFactor)),
    };
  }

  async #frame(picture: PlanarImage, iteration: number, final: boolean): Promise<void> {
    const encoded = await encodeFrame(picture, { maxSide: FRAME_MAX_SIDE_PX });
    await this.#report({ type: 'frame', frame: { iteration, ...encoded, final } });
  }
}
