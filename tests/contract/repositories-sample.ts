import { randomUUID } from 'node:crypto';
import type { CurvePoint } from '../../server/protocol/curves';
import { imageIdSchema, memberIdSchema, roomIdSchema, runIdSchema } from '../../server/protocol/ids';
import type { ImageInfo } from '../../server/protocol/images';
import { defaultSettings } from '../../server/protocol/settings';
import type { MemberRecord, RoomRecord, RunRecord } from '../../server/rooms/record';

const identifier = () => randomUUID().replaceAll('-', '').slice(0, 12);
const hash = () => `${randomUUID()}${randomUUID()}`.replaceAll('-', '');

export function sampleImage(): ImageInfo {
  return {
    id: imageIdSchema.parse(hash()),
    name: 'harbour “Ünïcode”.jpg',
    width: 1024,
    height: 683,
    bytes: 204_800,
    mime: 'image/jpeg',
  };
}

export function sampleMember(changes: Partial<MemberRecord> = {}): MemberRecord {
  return {
    id: memberIdSchema.parse(identifier()),
    personId: `person-${identifier()}`,
    name: 'Ada',
    colour: '#c2410c',
    role: 'owner',
    joinedAt: 1_750_000_000_123,
    ...changes,
  };
}

/** A run with every field filled in. */
export function sampleRun(number: number, changes: Partial<RunRecord> = {}): RunRecord {
  const style = imageIdSchema.parse(hash());
  return {
    id: runIdSchema.parse(identifier()),
    number,
    status: { kind: 'finished' },
    startedBy: memberIdSchema.parse(identifier()),
    createdAt: 1_750_000_001_000 + number,
    settings: { ...defaultSettings('compact'), styleBlend: { [style]: 0.1 + 0.2 }, seed: 2 ** 31 - 1 },
    content: { imageId: imageIdSchema.parse(hash()), crop: { x: 0.1, y: 0, width: 0.5, height: 1 } },
    styles: [{ imageId: style, crop: null }],
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
    result: { iteration: 300, width: 512, height: 341, png: hash(), preview: hash(), checkpoint: hash() },
    ...changes,
  };
}

export function sampleRoom(changes: Partial<RoomRecord> = {}): RoomRecord {
  return {
    id: roomIdSchema.parse(identifier()),
    title: 'Harbour at dusk',
    revision: 1,
    createdAt: 1_750_000_000_000,
    updatedAt: 1_750_000_000_001,
    setup: { content: null, styles: [], settings: defaultSettings('compact') },
    keyVersions: { edit: 1, watch: 1 },
    members: [sampleMember()],
    images: [],
    runs: [],
    ...changes,
  };
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
  }));
}
