import { randomUUID } from 'node:crypto';
import type { CurvePoint } from '../../server/protocol/curves';
import type { Activity } from '../../server/protocol/activity';
import {
  commandIdSchema,
  imageIdSchema,
  memberIdSchema,
  roomIdSchema,
  runIdSchema,
} from '../../server/protocol/ids';
import type { Remark } from '../../server/protocol/remarks';
import { defaultSettings } from '../../server/protocol/settings';
import type { ImageRecord, MemberRecord, RoomRecord, RunRecord } from '../../server/rooms/record';

const identifier = () => randomUUID().replaceAll('-', '').slice(0, 12);
const hash = () => `${randomUUID()}${randomUUID()}`.replaceAll('-', '');

export function sampleImage(): ImageRecord {
  return {
    id: imageIdSchema.parse(hash()),
    name: 'harbour “Ünïcode”.jpg',
    width: 1024,
    height: 683,
    bytes: 204_800,
    mime: 'image/jpeg',
    addedAt: 1_750_000_000_456,
  };
}

export function sampleMember(changes: Partial<MemberRecord> = {}): MemberRecord {
  return {
    id: memberIdSchema.parse(identifier()),
    personId: `person-${identifier()}`,
    name: 'Ada',
    colour: '#c2410c',
    role: 'owner',
    roleFixed: true,
    joinedAt: 1_750_000_000_123,
    receipts: [commandIdSchema.parse(identifier())],
    ...changes,
  };
}

/** A run with every field filled in. */
export function sampleRun(number: number, changes: Partial<RunRecord> = {}): RunRecord {
  const style = imageIdSchema.parse(hash());
  return {
    id: runIdSchema.parse(identifier()),
    number,
    name: 'Blue “hour”',
    favourite: true,
    status: { kind: 'finished' },
    wish: 'go',
    startedBy: memberIdSchema.parse(identifier()),
    createdAt: 1_750_000_001_000 + number,
    endedAt: 1_750_000_003_000,
    parent: { runId: runIdSchema.parse(identifier()), iteration: 40 },
    settings: { ...defaultSettings('compact'), styleBlend: { [style]: 0.1 + 0.2 }, seed: 2 ** 31 - 1 },
    content: { imageId: imageIdSchema.parse(hash()), crop: { x: 0.1, y: 0, width: 0.5, height: 1 } },
    styles: [{ imageId: style, crop: null }],
    initial: { imageId: imageIdSchema.parse(hash()), crop: null },
    engine: 'onnx (cpu)',
    networkChecksum: 'sha256:0123',
    progress: { iteration: 300, totalIterations: 300, remainingSeconds: 0.5 },
    marks: [
      {
        iteration: 12,
        at: 1_750_000_002_000,
        memberId: memberIdSchema.parse(identifier()),
        memberName: 'Ada',
        changes: [
          { field: 'styleWeight', from: 1, to: 2.5 },
          { field: 'styleBlend', from: null, to: { [style]: 1 } },
        ],
      },
    ],
    advice: [
      { code: 'noise', sentence: 'The picture is noisier than it need be.', change: { tvWeight: 2.5 } },
      {
        code: 'still-layer',
        sentence: 'A layer does not move.',
        change: { styleLayers: { block1_conv1: 2 } },
      },
    ],
    converged: true,
    result: { iteration: 300, width: 512, height: 341, png: hash(), preview: hash(), checkpoint: hash() },
    published: true,
    listedAt: 1_750_000_003_500,
    origin: { iteration: 40, width: 256, height: 170, picture: hash(), format: 'png' },
    keyframes: [{ iteration: 41, width: 256, height: 170, bytes: 90_000, picture: hash() }],
    checkpoints: [
      {
        iteration: 44,
        at: 1_750_000_002_500,
        scale: 1,
        width: 256,
        height: 170,
        picture: hash(),
        settings: defaultSettings('vgg19'),
      },
    ],
    interruption: { iteration: 44, count: 2 },
    ...changes,
  };
}

export function sampleActivity(number: number, changes: Partial<Activity> = {}): Activity {
  return {
    number,
    at: 1_750_000_004_000 + number,
    memberId: memberIdSchema.parse(identifier()),
    memberName: 'Ada',
    deed: { kind: 'settings', changes: [{ field: 'styleBlend', from: null, to: { [hash()]: 0.1 + 0.2 } }] },
    ...changes,
  };
}

export function sampleRemark(number: number): Remark {
  const said = {
    number,
    at: 1_750_000_005_000 + number,
    memberId: memberIdSchema.parse(identifier()),
    memberName: 'Grace',
  };
  const moment = { runId: runIdSchema.parse(identifier()), iteration: 12 };
  return number % 2 === 0
    ? { ...said, kind: 'message', text: 'The sky “glows”.', moment: null }
    : { ...said, kind: 'reaction', emoji: '🎨', moment };
}

export function sampleRoom(changes: Partial<RoomRecord> = {}): RoomRecord {
  return {
    id: roomIdSchema.parse(identifier()),
    title: 'Harbour at dusk',
    revision: 1,
    createdAt: 1_750_000_000_000,
    updatedAt: 1_750_000_000_001,
    setup: { content: null, styles: [], settings: defaultSettings('compact') },
    keyVersions: { edit: 1, watch: 1, recovery: 1 },
    settingsLocked: false,
    members: [sampleMember()],
    bans: [],
    images: [],
    runs: [],
    activity: [],
    remarks: [],
    deletedAt: null,
    ...changes,
  };
}

/** A run whose layers were steered at iterations 2 and 4, the second time so that none is left. */
function sampleTerms(iteration: number): CurvePoint['terms'] {
  if (iteration === 4) return {};
  const terms = { 'content:block4_conv2': 1e-300 * iteration, 'style:block1_conv1': Math.E ** -iteration };
  return iteration < 2 ? { ...terms, tv: 0.1 + 0.2 } : { tv: -0, ...terms };
}

/** Numbers that a text or 32-bit form would bend. */
export function samplePoints(count: number): CurvePoint[] {
  return Array.from({ length: count }, (_, iteration) => ({
    iteration,
    seconds: iteration / 3,
    width: 512,
    height: 341,
    total: Math.exp(-iteration / 7) + 0.1 + 0.2,
    content: 1e-300 * (iteration + 1),
    style: Math.PI * 10 ** iteration,
    tv: Number.EPSILON,
    terms: sampleTerms(iteration),
    gradientShares: iteration % 25 === 0 ? { content: 1 / 3, style: 0.1 + 0.2, tv: iteration } : null,
  }));
}
