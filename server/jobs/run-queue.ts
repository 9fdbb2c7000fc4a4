import type { Advice } from '../protocol/advice';
import type { Progress, CurvePoint } from '../protocol/curves';
import type { Problem } from '../protocol/errors';
import type { Forecast } from '../protocol/forecast';
import type { RoomId, RunId } from '../protocol/ids';
import type { Crop } from '../protocol/images';
import type { Settings } from '../protocol/settings';

/** A picture that a run reads: the stored file and the part of it that is used. */
export interface JobPicture {
  readonly imageId: string;
  /** The encoded file (JPEG, PNG or WebP). */
  readonly bytes: Uint8Array;
  readonly crop: Crop | null;
}

/** Where a run goes on from: a state of its own, or a moment of the run that it was forked from. */
export interface JobStart {
  readonly picture: Uint8Array;
  /** Of `picture`: `float32` is little-endian, `[3][height][width]`, unclamped. */
  readonly format: 'float32' | 'png';
  readonly width: number;
  readonly height: number;
  /** The iteration that the picture had reached; `settings.iterations` is above it. */
  readonly iteration: number;
  /**
   * The scale that the picture is of, 0-based from the coarsest: what is left of it, and all scales after it, are made.
   * `null`: all iterations that are left are made at the last scale.
   */
  readonly scale: number | null;
  /** Seconds of computing so far, so that the curve goes on where it ended. */
  readonly seconds: number;
}

/** All that is needed to compute a run, anywhere. */
export interface RunJob {
  readonly roomId: RoomId;
  readonly runId: RunId;
  readonly settings: Settings;
  readonly content: JobPicture;
  /** At least one; weighted by `settings.styleBlend[imageId]`, 1 where it is not named. */
  readonly styles: readonly JobPicture[];
  /** What it starts from where `settings.initialisation` is `image`; `null` else. */
  readonly initial: JobPicture | null;
  readonly start: JobStart | null;
  readonly past: JobPast;
}

/** What has become of a run before the job, for what its picture says of itself. */
export interface JobPast {
  /** Whether it was steered before it had to go on from a state of its own. */
  readonly steered: boolean;
  /** The iteration of the picture that it was begun, or continued, with; `null` where it began afresh. */
  readonly continuedFrom: number | null;
}

/** The picture that a run leaves, at its full size. */
export interface RunOutcome {
  readonly width: number;
  readonly height: number;
  /** 8-bit sRGB PNG. */
  readonly png: Uint8Array;
  /** Little-endian float32, `[3][height][width]`, unclamped: what the run can be continued from. */
  readonly checkpoint: Uint8Array;
  readonly progress: Progress;
  /** Evaluations of the objective. */
  readonly evaluations: number;
  /** Whether the run stopped by itself before its last iteration, since nothing visible changed any more. */
  readonly converged: boolean;
}

/** The state of a run at a moment, from which it can go on elsewhere. */
export interface RunCheckpoint {
  readonly iteration: number;
  /** 0-based from the coarsest. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** Little-endian float32, `[3][height][width]`, unclamped. */
  readonly picture: Uint8Array;
  /** As they were then, seed included. */
  readonly settings: Settings;
}

/** The picture of a moment, for looking back. */
export interface RunKeyframe {
  readonly iteration: number;
  readonly width: number;
  readonly height: number;
  /** 8-bit sRGB PNG at the size that the run had then. */
  readonly png: Uint8Array;
}

/** What a forecast is made for. */
export interface ForecastRequest {
  readonly settings: Settings;
  /** Of the part of the content image that is used, in pixels. */
  readonly content: { readonly width: number; readonly height: number };
  /** Likewise of each style image. */
  readonly styles: readonly { readonly width: number; readonly height: number }[];
}

/** An encoded picture of an iterate. */
export interface RunFrame {
  readonly iteration: number;
  readonly width: number;
  readonly height: number;
  readonly mime: string;
  readonly bytes: Uint8Array;
  /** True for the last frame of a run: the picture of its outcome. */
  readonly final: boolean;
}

/**
 * What happens to a run. Events of one run come in order; `finished`, `stopped`, `failed`, `suspended` or `interrupted` is the
 * last one of a submission.
 */
export type RunEvent = { readonly roomId: RoomId; readonly runId: RunId } & (
  | {
      readonly type: 'queued';
      /** Among the runs of all rooms; 1 is next. */
      readonly position: number;
      /** Until it begins, as far as that can be foreseen; `null` where it cannot. */
      readonly startsInSeconds: number | null;
    }
  | {
      readonly type: 'started';
      readonly engine: string;
      /** `algorithm:hex` of the weights that are used. */
      readonly networkChecksum: string;
    }
  | { readonly type: 'paused' }
  | { readonly type: 'resumed' }
  | { readonly type: 'iterates'; readonly points: readonly CurvePoint[]; readonly progress: Progress }
  | { readonly type: 'frame'; readonly frame: RunFrame }
  /** All that there is to advise as the run stands now; replaces what was advised before. */
  | { readonly type: 'advice'; readonly advice: readonly Advice[] }
  /** At most every `CHECKPOINT_INTERVAL_MS`. */
  | { readonly type: 'checkpoint'; readonly checkpoint: RunCheckpoint }
  | { readonly type: 'keyframe'; readonly keyframe: RunKeyframe }
  /** The queue closes, and the run is to be submitted again from its last checkpoint after the next start. */
  | { readonly type: 'suspended' }
  /** What computed the run has ended, and the run has not: it is to be submitted again from its last checkpoint. */
  | { readonly type: 'interrupted'; readonly problem: Problem }
  | { readonly type: 'finished'; readonly outcome: RunOutcome }
  /** `outcome` is null where the run was stopped before it had computed anything. */
  | { readonly type: 'stopped'; readonly outcome: RunOutcome | null }
  | { readonly type: 'failed'; readonly problem: Problem }
);

/** How a run waits. */
export interface Submission {
  /** Whether it is passed over until it is resumed; by default not. */
  readonly held?: boolean;
  /** What a forecast of it is made for; by default none is made, and nobody behind it knows when their turn comes. */
  readonly request?: ForecastRequest | null;
}

/**
 * Runs wait here and are computed one after another; rooms take turns, and one whose run was interrupted keeps its turn.
 * Where and by what is the queue's affair: nothing outside `jobs/` may assume that it is local.
 *
 * All calls return at once; what they bring about arrives as events. A call for a run that is not here (any more) is
 * ignored: its last event is already on the way.
 */
export interface RunQueue {
  submit(job: RunJob, submission?: Submission): void;
  /** Takes effect at the next iteration. `settings` are the whole of the run's settings as they are now. */
  steer(runId: RunId, settings: Settings): void;
  /** A run that is being computed keeps its place while it is paused: others wait. One that waits is passed over. */
  pause(runId: RunId): void;
  resume(runId: RunId): void;
  /** A run that has not come further than the checkpoint which it was to go on from leaves the picture of that. */
  stop(runId: RunId): void;
  /** What such a run would take here; `null` until the machine has been measured. */
  forecast(request: ForecastRequest): Forecast | null;
  /** Calls `listener` whenever forecasts have changed. Returns a function that ends the subscription. */
  onForecastChange(listener: () => void): () => void;
  /** Returns a function that ends the subscription. */
  subscribe(listener: (event: RunEvent) => void): () => void;
  /**
   * Has what is going on leave a checkpoint, and ends the computing processes. No run is over by that: each is to be submitted
   * again after the next start. What is submitted from here on is ignored.
   * @param timeoutMs after which they are killed
   */
  close(timeoutMs: number): Promise<void>;
}
