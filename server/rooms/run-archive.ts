import type { RunCheckpoint, RunFrame, RunKeyframe, RunOutcome } from '../jobs/run-queue';
import type { Logger } from '../logger';
import type { CurvePoint } from '../protocol/curves';
import type { RunId } from '../protocol/ids';
import type { CurveRepository } from '../repositories/ports/curve-repository';
import type { ObjectStore } from '../repositories/ports/object-store';
import type { Activity, LiveRoom } from './live-room';
import {
  findRun,
  type CheckpointRecord,
  type KeyframeRecord,
  type ResultRecord,
  type RunRecord,
} from './record';

/** A running curve is kept this often, so that a run which dies leaves most of it. */
const CURVE_SAVE_INTERVAL_MS = 5000;

/** What somebody who comes late is shown of a room's latest run. */
export interface LatestRun {
  readonly curve: { readonly runId: RunId; readonly points: readonly CurvePoint[] } | null;
  readonly frame: { readonly runId: RunId; readonly frame: RunFrame } | null;
}

/** Keeps what runs leave: curves as they grow, pictures at the end; and finds it again. */
export class RunArchive {
  readonly #curves: CurveRepository;
  readonly #objects: ObjectStore;
  readonly #now: () => number;
  readonly #logger: Logger;

  constructor(curves: CurveRepository, objects: ObjectStore, now: () => number, logger: Logger) {
    this.#curves = curves;
    this.#objects = objects;
    this.#now = now;
    this.#logger = logger;
  }

  /** @param curve of the run so far */
  begin(run: RunRecord, curve: readonly CurvePoint[]): Activity {
    const reached = Math.max(run.progress.iteration, curve.at(-1)?.iteration ?? 0);
    return {
      runId: run.id,
      curve: [...curve],
      progress: { ...run.progress, iteration: reached },
      frame: null,
      curveSavedAt: this.#now(),
    };
  }

  /**
   * The curve of a run up to the iterate that it goes on from; what an attempt that failed has added is cut off.
   * @throws AppError where it cannot be read
   */
  async curveUpTo(runId: RunId, iteration: number): Promise<CurvePoint[]> {
    return (await this.#curves.load(runId)).filter((point) => point.iteration <= iteration);
  }

  /** The curve as it was kept last; `null`, and a line in the log, where it cannot be read. */
  savedCurve(runId: RunId): Promise<CurvePoint[] | null> {
    return this.#orNull(runId, () => this.#curves.load(runId));
  }

  /**
   * Adds points to the curve.
   * @returns those that were not on it: a continued run starts at the iterate that its curve already ends with
   */
  extend(activity: Activity, points: readonly CurvePoint[]): CurvePoint[] {
    const last = activity.curve.at(-1)?.iteration ?? -1;
    const added = points.filter((point) => point.iteration > last);
    activity.curve.push(...added);
    return added;
  }

  /** Whether the curve was last kept some seconds ago. */
  isCurveDue(activity: Activity): boolean {
    return this.#now() - activity.curveSavedAt >= CURVE_SAVE_INTERVAL_MS;
  }

  /** Keeps the curve. @throws AppError where it cannot be written */
  async saveCurve(activity: Activity): Promise<void> {
    activity.curveSavedAt = this.#now();
    await this.#curves.save(activity.runId, activity.curve);
  }

  /** Keeps a state on the way. @throws AppError where it cannot be written */
  async saveCheckpoint({ picture, ...checkpoint }: RunCheckpoint): Promise<CheckpointRecord> {
    return { ...checkpoint, at: this.#now(), picture: await this.#objects.put(picture) };
  }

  /** Keeps a picture on the way. @throws AppError where it cannot be written */
  async saveKeyframe({ png, ...keyframe }: RunKeyframe): Promise<KeyframeRecord> {
    return { ...keyframe, bytes: png.byteLength, picture: await this.#objects.put(png) };
  }

  /**
   * Keeps the pictures that a run leaves.
   * @param frame the run's last, which shows the outcome
   */
  async saveResult(outcome: RunOutcome, frame: RunFrame | null): Promise<ResultRecord> {
    if (!frame?.final) throw new Error('a run ended without a final frame');
    const [png, checkpoint, preview] = await Promise.all([
      this.#objects.put(outcome.png),
      this.#objects.put(outcome.checkpoint),
      this.#objects.put(frame.bytes),
    ]);
    return {
      iteration: outcome.progress.iteration,
      width: outcome.width,
      height: outcome.height,
      png,
      checkpoint,
      preview,
    };
  }

  /** The whole curve of a run; empty where it has not begun. */
  async curve(live: LiveRoom, runId: RunId): Promise<readonly CurvePoint[]> {
    return live.activity?.runId === runId ? [...live.activity.curve] : this.#curves.load(runId);
  }

  /**
   * The run that a room computes now, or else its last one. What of it cannot be read is logged and left out: a damaged
   * file must not keep anybody out of the room.
   */
  async latest(live: LiveRoom): Promise<LatestRun> {
    const run = live.activity ? findRun(live.record, live.activity.runId) : live.record.runs.at(-1);
    if (!run) return { curve: null, frame: null };
    const points = await this.#orNull(run.id, () => this.curve(live, run.id));
    const shown = live.activity?.runId === run.id ? live.activity.frame : null;
    const { result } = run;
    const frame = shown ?? (result && (await this.#orNull(run.id, () => this.#resultFrame(result))));
    return { curve: points && { runId: run.id, points }, frame: frame && { runId: run.id, frame } };
  }

  async #orNull<T>(runId: RunId, read: () => Promise<T>): Promise<T | null> {
    try {
      return await read();
    } catch (error) {
      this.#logger.error({ err: error, runId }, 'something that a run has left cannot be read');
      return null;
    }
  }

  async #resultFrame(result: ResultRecord): Promise<RunFrame> {
    return {
      iteration: result.iteration,
      width: result.width,
      height: result.height,
      mime: 'image/jpeg',
      bytes: await this.#objects.get(result.preview),
      final: true,
    };
  }
}
