import type { CommandId, ImageId, MemberId, RoomId, RunId } from '../../server/protocol/ids';
import type { Role } from '../../server/protocol/roles';
import { defaultSettings } from '../../server/protocol/settings';
import type { RoomCommand, RoomContext, RoomInput } from '../../server/rooms/inputs';
import type { Transition } from '../../server/rooms/outcome';
import type {
  CheckpointRecord,
  ImageRecord,
  KeyframeRecord,
  MemberRecord,
  RoomRecord,
} from '../../server/rooms/record';
import { transition } from '../../server/rooms/transition';

export const NOW = 1_700_000_000_000;

export function imageId(letter: string): ImageId {
  return letter.repeat(64) as ImageId;
}

export function image(letter: string, overrides: Partial<ImageRecord> = {}): ImageRecord {
  return {
    id: imageId(letter),
    name: `${letter}.jpg`,
    width: 640,
    height: 480,
    bytes: 1000,
    mime: 'image/jpeg',
    addedAt: NOW,
    ...overrides,
  };
}

export function member(role: Role, overrides: Partial<MemberRecord> = {}): MemberRecord {
  return {
    id: `member-${role}` as MemberId,
    personId: `person-${role}`,
    name: role,
    colour: '#000000',
    role,
    roleFixed: false,
    joinedAt: NOW,
    receipts: [],
    ...overrides,
  };
}

/** A room with an owner, an editor and a viewer, a content image `a`, and style pictures `b` and `c` of which `b` is in use. */
export function room(overrides: Partial<RoomRecord> = {}): RoomRecord {
  return {
    id: 'room-00000001' as RoomId,
    title: 'A room',
    revision: 7,
    createdAt: NOW,
    updatedAt: NOW,
    setup: {
      content: { imageId: imageId('a'), crop: null },
      styles: [{ imageId: imageId('b'), crop: null }],
      settings: defaultSettings('compact'),
    },
    keyVersions: { edit: 1, watch: 1, recovery: 1 },
    settingsLocked: false,
    members: [member('owner'), member('editor'), member('viewer')],
    bans: [],
    images: [image('a'), image('b'), image('c')],
    runs: [],
    activity: [],
    remarks: [],
    deletedAt: null,
    ...overrides,
  };
}

export function context(overrides: Partial<RoomContext> = {}): RoomContext {
  return {
    now: NOW + 1000,
    freshRunId: 'run-00000001' as RunId,
    progress: null,
    readyNetworks: ['compact'],
    forecast: () => null,
    ...overrides,
  };
}

let commands = 0;

/** @param commandId by default one that no other command has */
export function asked(
  role: Role,
  command: RoomCommand,
  commandId = `command-${(commands += 1)}` as CommandId,
): Extract<RoomInput, { type: 'command' }> {
  return { type: 'command', memberId: member(role).id, commandId, command };
}

/** The transition, which must be one. Throws where it is refused: the test would prove nothing. */
export function accepted(
  before: RoomRecord,
  input: RoomInput,
  world: RoomContext = context(),
): Extract<Transition, { ok: true }> {
  const outcome = transition(before, input, world);
  if (!outcome.ok) throw new Error(`refused: ${outcome.problem.message}`);
  return outcome;
}

/** A room whose run has come as far as these inputs bring it. */
export function roomAfter(inputs: readonly RoomInput[], start: RoomRecord = room()): RoomRecord {
  return inputs.reduce((state, input) => accepted(state, input).room, start);
}

export const RUN_ID = 'run-00000001' as RunId;
export const started: RoomInput[] = [
  asked('editor', { type: 'run:start' }),
  { type: 'run-started', runId: RUN_ID, engine: 'onnx (cpu)', networkChecksum: 'sha256:00' },
];
export const result = { iteration: 300, width: 512, height: 384, png: 'p', preview: 'v', checkpoint: 'k' };
export const finished: RoomInput[] = [
  ...started,
  { type: 'run-ended', runId: RUN_ID, how: 'finished', result, converged: false },
];

export function keyframe(iteration: number): KeyframeRecord {
  return { iteration, width: 512, height: 384, bytes: 1000, picture: `keyframe-${iteration}` };
}

export function checkpoint(iteration: number): CheckpointRecord {
  return {
    iteration,
    at: NOW,
    scale: 0,
    width: 512,
    height: 384,
    picture: `checkpoint-${iteration}`,
    settings: defaultSettings('compact'),
  };
}
