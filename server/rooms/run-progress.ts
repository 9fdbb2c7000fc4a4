import type { Progress } from '../protocol/curves';
import type { Problem } from '../protocol/errors';
import { isActive } from '../protocol/runs';
import type { RoomContext, RoomInput } from './inputs';
import type { RunRecord } from './record';

/*
 * What the queue tells of a run. An event of a run that has ended is late and changes nothing: the same object comes back.
 */

/** Of a run that has been submitted, until the queue says more. */
export const JUST_QUEUED: RunRecord['status'] = { kind: 'queued', position: 1, startsInSeconds: null };

/** A run that was held while it waited waits on when it is let go. One that is resuming goes on saying why. */
export function markQueued(
  run: RunRecord,
  { position, startsInSeconds }: Extract<RoomInput, { type: 'run-queued' }>,
): RunRecord {
  const { kind } = run.status;
  return kind === 'queued' || kind === 'paused'
    ? { ...run, status: { kind: 'queued', position, startsInSeconds } }
    : run;
}

export function markRunning(
  run: RunRecord,
  engine: string | null,
  networkChecksum: string | null,
): RunRecord {
  return isActive(run.status) ? { ...run, status: { kind: 'running' }, engine, networkChecksum } : run;
}

/** Also one that waits, where that was wished: it was paused when what computed it ended. */
export function markPaused(run: RunRecord, progress: Progress | null): RunRecord {
  const { kind } = run.status;
  const isHeld = run.wish === 'pause' && (kind === 'queued' || kind === 'resuming');
  return kind === 'running' || isHeld
    ? { ...run, status: { kind: 'paused' }, progress: progress ?? run.progress }
    : run;
}

/**
 * `result` is null where nothing had been computed; an earlier result of a continued run then stays. Another one than an
 * owner has published is not public: whoever may edit can continue a run. One that has converged has no more iterations than
 * those it made.
 */
export function endRun(
  run: RunRecord,
  { how, result, converged }: Extract<RoomInput, { type: 'run-ended' }>,
  context: RoomContext,
): RunRecord {
  if (!isActive(run.status)) return run;
  const progress = context.progress ?? run.progress;
  const isSamePicture = result === null || result.png === run.result?.png;
  return {
    ...run,
    status: { kind: how },
    endedAt: context.now,
    interruption: null,
    result: result ?? run.result,
    published: run.published && isSamePicture,
    listedAt: isSamePicture ? run.listedAt : null,
    converged,
    progress: {
      iteration: progress.iteration,
      totalIterations: converged ? progress.iteration : progress.totalIterations,
      remainingSeconds: 0,
    },
  };
}

export function failRun(run: RunRecord, problem: Problem, context: RoomContext): RunRecord {
  if (!isActive(run.status)) return run;
  return {
    ...run,
    status: { kind: 'failed', problem },
    endedAt: context.now,
    interruption: null,
    progress: context.progress ?? run.progress,
  };
}
