import type { Problem } from '../protocol/errors';
import { isActive } from '../protocol/runs';
import type { RoomContext, RoomEffect } from './inputs';
import { keep, type Transition } from './outcome';
import type { RoomRecord, RunRecord } from './record';
import { dropAfter, startOf } from './run-moments';
import { failRun, JUST_QUEUED } from './run-progress';

/** A run that has ended what computes it so often without coming further is given up. */
const MAX_INTERRUPTIONS = 3;

/**
 * Has a run go on from its last checkpoint after what computed it has ended. One that ends it at the same place again and
 * again is failed: it would do so for ever, and keep all others waiting.
 */
export function interruptRun(
  room: RoomRecord,
  run: RunRecord,
  problem: Problem,
  context: RoomContext,
): Transition {
  if (!isActive(run.status)) return keep(room);
  const place = startOf(run)?.iteration ?? 0;
  const count = run.interruption?.iteration === place ? run.interruption.count + 1 : 1;
  if (count >= MAX_INTERRUPTIONS) {
    return keep(replaceRun(room, run, failRun(run, givenUp(problem), context)));
  }
  const back = backToStart({ ...run, interruption: { iteration: place, count } });
  const next: RunRecord = { ...back, status: { kind: 'resuming', problem } };
  return keep(replaceRun(room, run, next), ...submission(next));
}

/** Has every run that an earlier server process was at, or had waiting, go on. They wait in the row anew. */
export function resumeRuns(room: RoomRecord): Transition {
  const going = room.runs.filter((run) => isActive(run.status));
  if (going.length === 0) return keep(room);
  const runs = room.runs.map((run): RunRecord =>
    isActive(run.status) ? { ...backToStart(run), status: JUST_QUEUED } : run,
  );
  return keep({ ...room, runs }, ...going.flatMap(submission));
}

/**
 * Has a run go on from the state before the one that is gone; where it has no other, from what it was begun with. A run that
 * is known to have no such state is left alone.
 */
export function loseState(room: RoomRecord, run: RunRecord, iteration: number): Transition {
  const checkpoints = run.checkpoints.filter((checkpoint) => checkpoint.iteration !== iteration);
  if (!isActive(run.status) || checkpoints.length === run.checkpoints.length) return keep(room);
  const next = backToStart({ ...run, checkpoints });
  return keep(replaceRun(room, run, next), ...submission(next));
}

/** All that the queue is to be asked for a run that it does not know: effects are rebuilt from the state. */
function submission({ id, wish }: RunRecord): RoomEffect[] {
  const submit = { type: 'submit-run', runId: id } as const;
  switch (wish) {
    case 'go':
      return [submit];
    case 'pause':
      return [submit, { type: 'pause-run', runId: id }];
    case 'stop':
      return [submit, { type: 'stop-run', runId: id }];
  }
}

/** What came after the state that it goes on from is made again. */
function backToStart(run: RunRecord): RunRecord {
  const iteration = startOf(run)?.iteration ?? 0;
  return { ...dropAfter(run, iteration), progress: { ...run.progress, iteration, remainingSeconds: null } };
}

function replaceRun(room: RoomRecord, run: RunRecord, next: RunRecord): RoomRecord {
  return { ...room, runs: room.runs.map((other) => (other === run ? next : other)) };
}

function givenUp(problem: Problem): Problem {
  return {
    ...problem,
    message: `${problem.message} This happened ${MAX_INTERRUPTIONS} times at the same place, so the run was given up. What was kept of it until then can still be forked from.`,
  };
}
