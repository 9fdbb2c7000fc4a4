import type { RunId } from '../protocol/ids';
import { ITERATIONS } from '../protocol/limits';
import { isActive, type Wish } from '../protocol/runs';
import { addMark } from './marks';
import type { MemberRecord, RoomRecord, RunRecord } from './record';
import { isBlendOff, steer } from './settings';
import type { RoomContext } from './inputs';
import { checkFits } from './memory';
import { checkFree, newRun } from './new-run';
import { keep, refuse, type Transition } from './outcome';
import { dropAfter, stateAt } from './run-moments';
import { JUST_QUEUED } from './run-progress';

/** Queues a run with the setup as it is now. */
export function startRun(room: RoomRecord, member: MemberRecord, context: RoomContext): Transition {
  const made = newRun(room, member, room.setup.settings, context);
  if (!made.ok) return made.refusal;
  return keep({ ...room, runs: [...room.runs, made.run] }, { type: 'submit-run', runId: made.run.id });
}

/**
 * Goes on from a run's result, for `iterations` more, with the room's settings as they are now; with its own weights where
 * the room has another network by now.
 */
export function continueRun(
  room: RoomRecord,
  member: MemberRecord,
  runId: RunId,
  iterations: number,
  context: RoomContext,
): Transition {
  const run = room.runs.find((candidate) => candidate.id === runId);
  if (!run) return unknownRun;
  if (isActive(run.status))
    return refuse('conflict', 'This run is still going. Raise its iterations instead.');
  if (!run.result) {
    return refuse('conflict', 'This run left no picture to go on from. Start a new one.');
  }
  const reached = run.result.iteration;
  const total = reached + iterations;
  if (total > ITERATIONS.max) {
    const left = ITERATIONS.max - reached;
    return refuse(
      'invalid',
      `iterations: a run has at most ${ITERATIONS.max} iterations; this one can go on for ${Math.max(0, left)}.`,
      'iterations',
    );
  }
  const settings = { ...steer(run, room.setup.settings), iterations: total };
  if (isBlendOff(run.styles, settings)) {
    return refuse(
      'invalid',
      'All style pictures of this run have a blend weight of 0 by now, so it has no style to go on with. ' +
        'Its picture is kept. Raise at least one of them, or start a new run.',
      'styleBlend',
    );
  }
  const refusal = checkFree(room, run.settings.network, context) ?? checkFits({ ...run, settings }, context);
  if (refusal) return refusal;

  const progress = { iteration: reached, totalIterations: total, remainingSeconds: null };
  const origin = stateAt(run, reached);
  const next: RunRecord = {
    ...dropAfter(run, reached),
    origin,
    settings,
    progress,
    wish: 'go',
    endedAt: null,
    advice: [],
    converged: false,
  };
  const marked = addMark(next, run.settings, member, { ...context, progress });
  return keep(
    {
      ...room,
      runs: room.runs.map((other) => (other === run ? { ...marked, status: JUST_QUEUED } : other)),
    },
    { type: 'submit-run', runId },
  );
}

/** Asks the queue to hold the run; it is paused once the queue says so. */
export function pauseRun(room: RoomRecord, runId: RunId): Transition {
  const run = room.runs.find((candidate) => candidate.id === runId);
  if (!run) return unknownRun;
  if (run.wish === 'stop' && isActive(run.status)) return aboutToEnd;
  if (!isUnderWay(run)) return refuse('conflict', 'Only a run that is going can be paused.');
  return keep(wishing(room, run, 'pause'), { type: 'pause-run', runId });
}

/** Asks the queue to let a held run go on. */
export function resumeRun(room: RoomRecord, runId: RunId): Transition {
  const run = room.runs.find((candidate) => candidate.id === runId);
  if (!run) return unknownRun;
  if (run.wish === 'stop' && isActive(run.status)) return aboutToEnd;
  const isHeld = isActive(run.status) && run.wish === 'pause';
  if (!isUnderWay(run) && !isHeld) return refuse('conflict', 'Only a paused run can be resumed.');
  return keep(wishing(room, run, 'go'), { type: 'resume-run', runId });
}

/** Asks the queue to end the run; its picture so far is kept. */
export function stopRun(room: RoomRecord, runId: RunId): Transition {
  const run = room.runs.find((candidate) => candidate.id === runId);
  if (!run) return unknownRun;
  if (!isActive(run.status)) return refuse('conflict', 'This run has already ended.');
  return keep(wishing(room, run, 'stop'), { type: 'stop-run', runId });
}

/** The wish is kept, so that it outlives the queue. */
function wishing(room: RoomRecord, run: RunRecord, wish: Wish): RoomRecord {
  if (run.wish === wish) return room;
  return { ...room, runs: room.runs.map((other) => (other === run ? { ...run, wish } : other)) };
}

/**
 * The status follows what was asked by up to an evaluation, so a pause may be on its way to a run that is still going, and
 * a resume must not be lost behind it: both are passed on in either status, and the queue takes them in order.
 */
function isUnderWay(run: RunRecord): boolean {
  const { kind } = run.status;
  return kind === 'running' || kind === 'paused' || kind === 'resuming';
}

/** A stop is final, for the queue too: a later wish in its place would have the run go on after a start of the server. */
const aboutToEnd = refuse(
  'conflict',
  'Somebody has stopped this run, and it is about to end. Its picture is kept: continue it from there.',
);

const unknownRun = refuse('not-found', 'This run is not in the room.', 'runId');
