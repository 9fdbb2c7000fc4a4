import type { RunId } from '../protocol/ids';
import { obey } from './command';
import { addImage } from './images';
import type { RoomContext, RoomInput } from './inputs';
import { enter } from './members';
import { keep, type Transition } from './outcome';
import { wasDone } from './receipts';
import type { RoomRecord, RunRecord } from './record';
import { expire } from './retention';
import { deletedProblem } from './room-commands';
import { adviseRun } from './run-advice';
import { addCheckpoint, addKeyframe } from './run-moments';
import { endRun, failRun, markPaused, markQueued, markRunning } from './run-progress';
import { interruptRun, loseState, resumeRuns } from './run-recovery';

/**
 * The room's state machine: pure, the only thing that changes a room. Every change raises the revision by one; an
 * input that changes nothing gives back the same object.
 */
export function transition(room: RoomRecord, input: RoomInput, context: RoomContext): Transition {
  const result = room.deletedAt === null ? decide(room, input, context) : decideDeleted(room, input);
  if (!result.ok || result.room === room) return result;
  // What is let go because of its age is nothing that anybody did in the room.
  const updatedAt = input.type === 'expired' ? room.updatedAt : context.now;
  return { ...result, room: { ...result.room, revision: room.revision + 1, updatedAt } };
}

function decide(room: RoomRecord, input: RoomInput, context: RoomContext): Transition {
  switch (input.type) {
    case 'member-entered':
      return enter(room, input, context);
    case 'image-added':
      return addImage(room, input.memberId, input.image, context);
    case 'command':
      return obey(room, input, context);
    case 'run-queued':
      return updateRun(room, input.runId, (run) => markQueued(run, input));
    case 'run-started':
      return updateRun(room, input.runId, (run) => markRunning(run, input.engine, input.networkChecksum));
    case 'run-paused':
      return updateRun(room, input.runId, (run) => markPaused(run, context.progress));
    case 'run-resumed':
      return updateRun(room, input.runId, (run) => markRunning(run, run.engine, run.networkChecksum));
    case 'run-keyframe':
      return updateRun(room, input.runId, (run) => addKeyframe(run, input.keyframe));
    case 'run-checkpoint':
      return updateRun(room, input.runId, (run) => addCheckpoint(run, input.checkpoint));
    case 'run-interrupted': {
      const run = room.runs.find(({ id }) => id === input.runId);
      return run ? interruptRun(room, run, input.problem, context) : keep(room);
    }
    case 'run-state-lost': {
      const run = room.runs.find(({ id }) => id === input.runId);
      return run ? loseState(room, run, input.iteration) : keep(room);
    }
    case 'run-advised':
      return updateRun(room, input.runId, (run) => adviseRun(run, input.advice, room.setup.settings));
    case 'run-ended':
      return updateRun(room, input.runId, (run) => endRun(run, input, context));
    case 'run-failed':
      return updateRun(room, input.runId, (run) => failRun(run, input.problem, context));
    case 'server-started':
      return resumeRuns(room);
    case 'expired':
      return expire(room, input.before);
  }
}

/** A deleted room refuses wishes, but for the one that has deleted it, sent again; nothing can happen in it any more. */
function decideDeleted(room: RoomRecord, input: RoomInput): Transition {
  const refusal: Transition = { ok: false, problem: deletedProblem };
  if (input.type === 'command') {
    const member = room.members.find(({ id }) => id === input.memberId);
    return member && wasDone(member, input.commandId) ? keep(room) : refusal;
  }
  return input.type === 'member-entered' || input.type === 'image-added' ? refusal : keep(room);
}

/** Applies what has happened to a run; what happens to one that has ended, or was never here, changes nothing. */
function updateRun(room: RoomRecord, runId: RunId, change: (run: RunRecord) => RunRecord): Transition {
  const run = room.runs.find((candidate) => candidate.id === runId);
  if (!run) return keep(room);
  const changed = change(run);
  if (changed === run) return keep(room);
  return keep({ ...room, runs: room.runs.map((other) => (other === run ? changed : other)) });
}
