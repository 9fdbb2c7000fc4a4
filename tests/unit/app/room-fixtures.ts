import type { CurvePoint } from '../../../server/protocol/curves';
import type { Arrival } from '../../../app/_lib/room-reducer';
import { imageIdSchema, memberIdSchema, roomIdSchema, runIdSchema } from '../../../server/protocol/ids';
import type { Room } from '../../../server/protocol/room';
import type { Run } from '../../../server/protocol/runs';
import { defaultSettings } from '../../../server/protocol/settings';

export const roomId = roomIdSchema.parse('room-0001');
export const runId = runIdSchema.parse('run-00001');
export const memberId = memberIdSchema.parse('member-01');
export const imageId = imageIdSchema.parse('a'.repeat(64));
export const otherImageId = imageIdSchema.parse('b'.repeat(64));

export function makeRun(part: Partial<Run> = {}): Run {
  return {
    id: runId,
    number: 1,
    name: null,
    favourite: false,
    status: { kind: 'running' },
    wish: 'go',
    startedBy: memberId,
    createdAt: 0,
    endedAt: null,
    parent: null,
    settings: defaultSettings('compact'),
    content: { imageId, crop: null },
    styles: [{ imageId: otherImageId, crop: null }],
    initial: null,
    engine: 'onnx (cpu)',
    progress: { iteration: 0, totalIterations: 300, remainingSeconds: null },
    marks: [],
    advice: [],
    converged: false,
    result: null,
    published: false,
    keyframes: [],
    checkpoints: [],
    ...part,
  };
}

export function makeRoom(part: Partial<Room> = {}): Room {
  return {
    id: roomId,
    title: 'A room',
    revision: 1,
    createdAt: 0,
    setup: { content: null, styles: [], settings: defaultSettings('compact') },
    settingsLocked: false,
    forecast: null,
    images: [],
    members: [{ id: memberId, name: 'Ada', colour: '#f00', role: 'owner', online: true }],
    bans: [],
    runs: [],
    activity: [],
    remarks: [],
    ...part,
  };
}

export function makeWelcome(part: Partial<Arrival> = {}): Arrival {
  return {
    memberId,
    role: 'owner',
    keys: { edit: 'edit-key', watch: 'watch-key', recovery: 'recovery-key' },
    room: makeRoom(),
    present: [],
    unkept: null,
    networks: [],
    curve: null,
    origins: [],
    ...part,
  };
}

export function makePoint(iteration: number, part: Partial<CurvePoint> = {}): CurvePoint {
  return {
    iteration,
    seconds: iteration,
    width: 128,
    height: 96,
    total: 2,
    content: 1,
    style: 0.9,
    tv: 0.1,
    terms: {},
    gradientShares: null,
    ...part,
  };
}
