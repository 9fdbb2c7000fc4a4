import { ITERATIONS } from '../protocol/limits';
import type { Moment } from '../protocol/moments';
import type { RoomContext } from './inputs';
import { keep, refuse, type Transition } from './outcome';
import type { MemberRecord, RoomRecord, RunRecord } from './record';
import { newRun } from './new-run';
import { stateAt } from './run-moments';

/**
 * Starts a run at a moment of another one, with the setup as it is now. It counts its iterations on from there and makes
 * `iterations` more; the parent stays as it is.
 */
export function forkRun(
  room: RoomRecord,
  member: MemberRecord,
  { from, iterations }: { readonly from: Moment; readonly iterations: number },
  context: RoomContext,
): Transition {
  const parent = room.runs.find(({ id }) => id === from.runId);
  if (!parent) return refuse('not-found', 'This run is not in the room.', 'from');
  const origin = stateAt(parent, from.iteration);
  if (!origin) {
    return refuse(
      'not-found',
      `Nothing is kept of iteration ${from.iteration} of this run any more. Choose another moment of its timeline.`,
      'from',
    );
  }
  const total = from.iteration + iterations;
  if (total > ITERATIONS.max) {
    return refuse(
      'invalid',
      `iterations: a run has at most ${ITERATIONS.max} iterations; from here it can make ${Math.max(0, ITERATIONS.max - from.iteration)}.`,
      'iterations',
    );
  }
  const made = newRun(room, member, { ...room.setup.settings, iterations: total }, context);
  if (!made.ok) return made.refusal;
  const run: RunRecord = {
    ...made.run,
    parent: from,
    origin,
    progress: { ...made.run.progress, iteration: from.iteration },
  };
  return keep({ ...room, runs: [...room.runs, run] }, { type: 'submit-run', runId: run.id });
}
