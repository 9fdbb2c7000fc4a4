import type { RunId } from '../protocol/ids';
import { ITERATIONS, MAX_ROOM_RUNS } from '../protocol/limits';
import type { Picture } from '../protocol/images';
import { isActive } from '../protocol/runs';
import type { NetworkId } from '../protocol/networks';
import { addMark } from './marks';
import type { MemberRecord, RoomRecord, RunRecord } from './record';
import { isBlendOff, steer } from './settings';
import type { RoomContext } from './inputs';
import { checkFits } from './memory';
import { keep, refuse, type Transition } from './outcome';

/** Queues a run with the setup as it is now. */
export function startRun(room: RoomRecord, member: MemberRecord, context: RoomContext): Transition {
  const { content, styles, settings } = room.setup;
  if (!content)
    return refuse('conflict', 'There is no content image yet. Add a photograph first.', 'content');
  if (styles.length === 0)
    return refuse('conflict', 'There is no style picture yet. Add a painting first.', 'styles');
  if (isBlendOff(styles, settings)) {
    return refuse(
      'invalid',
      'All style pictures have a blend weight of 0. Raise at least one.',
      'styleBlend',
    );
  }
  const initial: Picture | null =
    settings.initialisation === 'image' && settings.initialImage !== null
      ? { imageId: settings.initialImage, crop: null }
      : null;
  if (settings.initialisation === 'image' && !room.images.some(({ id }) => id === initial?.imageId)) {
    return refuse(
      'conflict',
      'The picture that the run is to start from is not in the room. Choose another one, or start from the content image.',
      'initialImage',
    );
  }
  const refusal = checkFree(room, settings.network, context) ?? checkFits(room.setup, context);
  if (refusal) return refusal;
  if (room.runs.length >= MAX_ROOM_RUNS) {
    return refuse('quota', `This room already has ${MAX_ROOM_RUNS} runs. Create another room to go on.`);
  }
  const run: RunRecord = {
    id: context.freshRunId,
    number: room.runs.length + 1,
    status: { kind: 'queued', position: 1 },
    wish: 'go',
    startedBy: member.id,
    createdAt: context.now,
    endedAt: null,
    parent: null,
    settings,
    content,
    styles,
    initial,
    engine: null,
    networkChecksum: null,
    progress: { iteration: 0, totalIterations: settings.iterations, remainingSeconds: null },
    marks: [],
    advice: [],
    converged: false,
    result: null,
    published: false,
    origin: null,
    keyframes: [],
    checkpoints: [],
    interruption: null,
  };
  return keep(
    { ...room, runs: [...room.runs, run] },
    { type: 'submit-run', runId: run.id, checkpoint: null },
  );
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
  const next = { ...run, settings, progress, advice: [], converged: false };
  const marked = addMark(next, run.settings, member, { ...context, progress });
  return keep(
    {
      ...room,
      runs: room.runs.map((other) =>
        other === run ? { ...marked, status: { kind: 'queued', position: 1 } } : other,
      ),
    },
    { type: 'submit-run', runId, checkpoint: run.result.checkpoint },
  );
}

/** Asks the queue to hold the run; it is paused once the queue says so. */
export function pauseRun(room: RoomRecord, runId: RunId): Transition {
  const run = room.runs.find((candidate) => candidate.id === runId);
  if (!run) return unknownRun;
  if (!isUnderWay(run)) return refuse('conflict', 'Only a run that is going can be paused.');
  return keep(room, { type: 'pause-run', runId });
}

/** Asks the queue to let a held run go on. */
export function resumeRun(room: RoomRecord, runId: RunId): Transition {
  const run = room.runs.find((candidate) => candidate.id === runId);
  if (!run) return unknownRun;
  if (!isUnderWay(run)) return refuse('conflict', 'Only a paused run can be resumed.');
  return keep(room, { type: 'resume-run', runId });
}

/** Asks the queue to end the run; its picture so far is kept. */
export function stopRun(room: RoomRecord, runId: RunId): Transition {
  const run = room.runs.find((candidate) => candidate.id === runId);
  if (!run) return unknownRun;
  if (!isActive(run.status)) return refuse('conflict', 'This run has already ended.');
  return keep(room, { type: 'stop-run', runId });
}

/**
 * The status follows what was asked by up to an evaluation, so a pause may be on its way to a run that is still going, and
 * a resume must not be lost behind it: both are passed on in either status, and the queue takes them in order.
 */
function isUnderWay(run: RunRecord): boolean {
  return run.status.kind === 'running' || run.status.kind === 'paused';
}

const unknownRun = refuse('not-found', 'This run is not in the room.', 'runId');

/** Whether the room can have another run going, and its network is here. */
function checkFree(room: RoomRecord, network: NetworkId, context: RoomContext): Transition | null {
  if (room.runs.some((run) => isActive(run.status))) {
    return refuse('conflict', 'A run is going in this room already. Stop it, or wait until it has finished.');
  }
  if (!context.readyNetworks.includes(network)) {
    return refuse(
      'network-missing',
      `The weights of the network ${network} are not on this server. Download them, or choose another network.`,
      'network',
    );
  }
  return null;
}
