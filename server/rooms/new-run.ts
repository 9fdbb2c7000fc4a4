import type { Picture } from '../protocol/images';
import { MAX_ROOM_RUNS } from '../protocol/limits';
import type { NetworkId } from '../protocol/networks';
import { isActive } from '../protocol/runs';
import type { Settings } from '../protocol/settings';
import type { RoomContext } from './inputs';
import { checkFits } from './memory';
import { refuse, type Transition } from './outcome';
import type { MemberRecord, RoomRecord, RunRecord } from './record';
import { isBlendOff } from './settings';
import { JUST_QUEUED } from './run-progress';

/** A run with the setup as it is now, but for its settings; or why there cannot be one. */
export function newRun(
  room: RoomRecord,
  member: MemberRecord,
  settings: Settings,
  context: RoomContext,
): { readonly ok: true; readonly run: RunRecord } | { readonly ok: false; readonly refusal: Transition } {
  const { content, styles } = room.setup;
  const refused = (refusal: Transition) => ({ ok: false, refusal }) as const;
  if (!content) {
    return refused(refuse('conflict', 'There is no content image yet. Add a photograph first.', 'content'));
  }
  const initial: Picture | null =
    settings.initialisation === 'image' && settings.initialImage !== null
      ? { imageId: settings.initialImage, crop: null }
      : null;
  const refusal =
    checkPictures(room, initial) ??
    checkFree(room, settings.network, context) ??
    checkFits({ ...room.setup, settings }, context);
  if (refusal) return refused(refusal);
  if (room.runs.length >= MAX_ROOM_RUNS) {
    return refused(
      refuse('quota', `This room already has ${MAX_ROOM_RUNS} runs. Create another room to go on.`),
    );
  }
  const run: RunRecord = {
    id: context.freshRunId,
    number: room.runs.length + 1,
    name: null,
    favourite: false,
    status: JUST_QUEUED,
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
    listedAt: null,
    origin: null,
    keyframes: [],
    checkpoints: [],
    interruption: null,
  };
  return { ok: true, run };
}

function checkPictures({ setup, images }: RoomRecord, initial: Picture | null): Transition | null {
  const { styles, settings } = setup;
  if (styles.length === 0) {
    return refuse('conflict', 'There is no style picture yet. Add a painting first.', 'styles');
  }
  if (isBlendOff(styles, settings)) {
    return refuse(
      'invalid',
      'All style pictures have a blend weight of 0. Raise at least one.',
      'styleBlend',
    );
  }
  if (settings.initialisation === 'image' && !images.some(({ id }) => id === initial?.imageId)) {
    return refuse(
      'conflict',
      'The picture that the run is to start from is not in the room. Choose another one, or start from the content image.',
      'initialImage',
    );
  }
  return null;
}

/** Whether the room can have another run going, and its network is here. */
export function checkFree(room: RoomRecord, network: NetworkId, context: RoomContext): Transition | null {
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
