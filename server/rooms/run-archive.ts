import type { RunFrame, RunOutcome } from '../jobs/run-queue';
import type { CurvePoint } from '../protocol/curves';
import type { RunId } from '../protocol/ids';
import type { CurveRepository } from '../repositories/ports/curve-repository';
import type { ObjectStore } from '../repositories/ports/object-store';
import type { Activity, LiveRoom } from './live-room';
import { findRun, type ResultRecord, type RunRecord } from './record';

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

  constructor(curves: CurveRepository, objects: ObjectStore, now: () => number) {
    this.#curves = curves;
    this.#objects = objects;
    this.#now = now;
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
   * Adds points to the curve, and keeps it now and then.
   * @returns those that were not on it: a continued run starts at the iterate that its curve already ends with
   */
  async extend(activity: Activity, points: readonly CurvePoint[]): Promise<CurvePoint[]> {
    const last = activity.curve.at(-1)?.iteration ?? -1;
    const added = points.filter((point) => point.iteration > last);
    activity.curve.push(...added);
    if (this.#now() - activity.curveSavedAt >= CURVE_SAVE_INTERVAL_MS) await this.saveCurve(activity);
    return added;
  }

  async saveCurve(activity: Activity): Promise<void> {
    await this.#curves.save(activity.runId, activity.curve);
    activity.curveSavedAt = this.#now();
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
    return { width: outcome.width, height: outcome.height, png, checkpoint, preview };
  }

  /** The whole curve of a run; empty where it has not begun. */
  async curve(live: LiveRoom, runId: RunId): Promise<readonly CurvePoint[]> {
    return live.activity?.runId === runId ? [...live.activity.curve] : this.#curves.load(runId);
  }

  /** The run that a room computes now, or else its last one. */
  async latest(live: LiveRoom): Promise<LatestRun> {
    const run = live.activity ? findRun(live.record, live.activity.runId) : live.record.runs.at(-1);
    if (!run) return { curve: null, frame: null };
    const curve = { runId: run.id, points: await this.curve(live, run.id) };
    const shown = live.activity?.runId === run.id ? live.activity.frame : null;
    const frame = shown ?? (run.result && (await this.#resultFrame(run, run.result)));
    return { curve, frame: frame && { runId: run.id, frame } };
  }

  async #resultFrame(run: RunRecord, result: ResultRecord): Promise<RunFrame> {
    return {
      iteration: run.progress.iteration,
      width: result.width,
      height: result.height,
      mime: 'image/jpeg',
      bytes: await this.#objects.get(result.preview),
      final: true,
    };
  }
}
