import type { Advice } from '../../server/protocol/advice';
import { isActive, type Run } from '../../server/protocol/runs';
import type { RoomState } from './room-reducer';
import { latestRun } from './room-selectors';
import { holds } from './settings-match';

/**
 * The advice that is to be shown with a run: the first that nobody here has dismissed and that is not followed already.
 * Older runs get none, since it would be about a picture that has been left behind.
 */
export function adviceShown(
  state: RoomState,
  run: Run,
  dismissed: readonly Advice['code'][],
): Advice | undefined {
  if (latestRun(state)?.id !== run.id) return undefined;
  return run.advice.find((advice) => {
    if (dismissed.includes(advice.code)) return false;
    // A run that has ended is gone on with, whatever the settings of the next one are.
    return moreIterationsOf(advice, run) !== null || !holds(state, advice.change);
  });
}

/** How many iterations to go on with, where that is what the advice comes to; `null` where it changes settings. */
export function moreIterationsOf({ code, change }: Advice, run: Run): number | null {
  if (code !== 'more-iterations' || change.iterations === undefined) return null;
  if (isActive(run.status) || !run.result) return null;
  const more = change.iterations - run.settings.iterations;
  return more > 0 ? more : null;
}
