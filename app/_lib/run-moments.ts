import { ITERATIONS } from '../../server/protocol/limits';
import type { Run } from '../../server/protocol/runs';

type Kept = Pick<Run, 'status' | 'progress' | 'result' | 'keyframes' | 'checkpoints'>;

/** The iteration of the picture that a run has ended with; `null` where there is none, or where it is not known. */
export function resultIteration({ status, progress, result }: Kept): number | null {
  // What a failed run, or one that goes on, has as its result may be from before.
  const ended = status.kind === 'finished' || status.kind === 'stopped';
  return ended && result ? progress.iteration : null;
}

/** The moments of which there is a picture, ascending. */
export function picturedMoments(run: Kept): number[] {
  return ascending([...run.keyframes, resultIteration(run)]);
}

/** The moments from which another run can go on, ascending. */
export function forkableMoments(run: Kept): number[] {
  const last = ITERATIONS.max - 1;
  return ascending([...run.keyframes, ...run.checkpoints, resultIteration(run)]).filter((at) => at <= last);
}

function ascending(iterations: readonly (number | null)[]): number[] {
  return [...new Set(iterations.filter((iteration) => iteration !== null))].sort((a, b) => a - b);
}

/** The moment that is closest to `iteration`, of two the earlier one; `null` where there are none. */
export function nearestMoment(moments: readonly number[], iteration: number): number | null {
  return moments.reduce<number | null>(
    (nearest, moment) =>
      nearest === null || Math.abs(moment - iteration) < Math.abs(nearest - iteration) ? moment : nearest,
    null,
  );
}

/**
 * How many iterations a fork makes unless somebody says otherwise: what the run has left at this moment, else as many as the
 * room's settings ask for, and no more than a run may have.
 */
export function iterationsLeft(run: Pick<Run, 'progress'>, iteration: number, usual: number): number {
  const left = run.progress.totalIterations - iteration;
  return Math.max(1, Math.min(left > 0 ? left : usual, ITERATIONS.max - iteration));
}
