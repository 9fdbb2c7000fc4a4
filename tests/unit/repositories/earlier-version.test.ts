import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roomIdSchema, runIdSchema } from '../../../server/protocol/ids';
import { defaultSettings } from '../../../server/protocol/settings';
import { openDatabase, type Database } from '../../../server/repositories/database';
import { migrate } from '../../../server/repositories/migrate';
import { LibSqlFile } from '../../../server/repositories/prisma/libsql-file';

const migrationsDir = resolve(import.meta.dirname, '../../../prisma/migrations');
const FIRST = '20261124064409_first';

let folder: string;
let database: Database | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atelier-earlier-'));
});
afterEach(async () => {
  await database?.close();
  await rm(folder, { recursive: true });
});

/** All that the first version knew of settings. */
const settings = {
  contentWeight: 0.2,
  styleWeight: 2.5,
  tvWeight: 1e-7,
  iterations: 120,
  size: 320,
  contentLayers: { block4_conv2: 1 },
  styleLayers: { block1_conv1: 0.1, block3_conv1: 2 },
  styleBlend: { ['b'.repeat(64)]: 0.3 },
  pooling: 'max',
  seed: 7,
  network: 'compact',
};
const content = { imageId: 'a'.repeat(64), crop: null };
const styles = [{ imageId: 'b'.repeat(64), crop: { x: 0, y: 0, width: 0.5, height: 1 } }];
const mark = {
  at: 1_750_000_000_500,
  iteration: 3,
  memberId: 'member-0001',
  memberName: 'Ada',
  changes: [{ field: 'styleWeight', from: 1, to: 2.5 }],
};
const runResult = { iteration: 4, width: 320, height: 200, png: 'p', preview: 'v', checkpoint: 'k' };

/** Eight numbers a point: iteration, seconds, width, height, total, content, style, tv. */
const points = [
  [0, 0, 128, 80, 1.5, 0.5, 0.75, 0.25],
  [1, 0.1 + 0.2, 128, 80, 0.75, 0.25, 0.25, 0.25],
];

/** A database as the first version left it, written in its own columns. */
async function writeFirstVersion(setupOfOther: string): Promise<void> {
  const firstOnly = join(folder, 'migrations');
  await cp(join(migrationsDir, FIRST), join(firstOnly, FIRST), { recursive: true });
  const connection = await new LibSqlFile({ url: pathToFileURL(join(folder, 'atelier.db')).href }).connect();
  try {
    await migrate(connection, firstOnly);
    const text = (value: unknown) => `'${JSON.stringify(value)}'`;
    const numbers = Buffer.from(Float64Array.from(points.flat()).buffer).toString('hex');
    await connection.executeScript(`
      INSERT INTO "Room" VALUES ('room-0001', 'Harbour', 5, 1750000000000, 1750000000001, ${text({ content, styles, settings })}, 1, 2);
      INSERT INTO "Room" VALUES ('room-0002', 'Other', 5, 1750000000000, 1750000000001, ${setupOfOther}, 1, 1);
      INSERT INTO "Member" VALUES ('room-0001', 'member-0001', 'person-0001', 0, 'Ada', '#c2410c', 'owner', 1750000000000);
      INSERT INTO "Image" VALUES ('room-0001', '${content.imageId}', 0, 'a.jpg', 640, 400, 1000, 'image/jpeg');
      INSERT INTO "Run" VALUES ('run-00000001', 'room-0001', 1, '{"kind":"finished"}', false, 'member-0001', 1750000000100,
        ${text(settings)}, ${text(content)}, ${text(styles)}, 'onnx (cpu)', 'sha256:00',
        '{"iteration":4,"totalIterations":120,"remainingSeconds":0}', ${text([mark])}, ${text(runResult)});
      INSERT INTO "Curve" VALUES ('run-00000001', 2, x'${numbers}');`);
  } finally {
    await connection.dispose();
  }
}

async function open(): Promise<Database> {
  return (database = await openDatabase({
    dataDir: folder,
    migrationsDir,
    onDamage: (error) => {
      throw error;
    },
  }));
}

const roomId = roomIdSchema.parse('room-0001');
const runId = runIdSchema.parse('run-00000001');

describe('a database of the first version', () => {
  it('opens with the rooms and runs as they were, and the new settings at what was meant then', async () => {
    await writeFirstVersion(`'{"content":null,"styles":[],"settings":{}}'`);
    const { rooms, migrated } = await open();
    expect(migrated).not.toContain(FIRST);
    expect(migrated).not.toHaveLength(0);

    const { contentWeight: _c, styleWeight: _s, tvWeight: _t, ...defaults } = defaultSettings('compact');
    const added = {
      ...defaults,
      smallestScale: 128,
      scaleFactor: '2',
      tolerance: 0.002,
      margin: 8,
      ...settings,
    };
    const room = (await rooms.load(roomId))!;
    expect(room).toMatchObject({
      title: 'Harbour',
      revision: 5,
      keyVersions: { edit: 1, watch: 2, recovery: 1 },
    });
    expect(room.setup).toEqual({ content, styles, settings: added });
    expect(room.runs).toEqual([
      expect.objectContaining({
        id: runId,
        number: 1,
        settings: { ...added, tolerance: 0, margin: 0 },
        initial: null,
        advice: [],
        converged: false,
        marks: [mark],
        progress: { iteration: 4, totalIterations: 120, remainingSeconds: 0 },
        result: runResult,
        wish: 'go',
        endedAt: 1_750_000_000_001,
        parent: null,
        published: false,
        listedAt: null,
        name: null,
        favourite: false,
        origin: null,
        keyframes: [],
        checkpoints: [],
        interruption: null,
      }),
    ]);
    expect(room).toMatchObject({
      settingsLocked: false,
      bans: [],
      activity: [],
      remarks: [],
      deletedAt: null,
    });
    expect(room.members).toEqual([expect.objectContaining({ roleFixed: false, receipts: [] })]);
    expect(room.images).toEqual([expect.objectContaining({ addedAt: room.createdAt })]);
  });

  it('opens with its curves, which knew neither terms nor shares', async () => {
    await writeFirstVersion(`'{"content":null,"styles":[],"settings":{}}'`);
    const { curves } = await open();
    expect(await curves.load(runId)).toEqual(
      points.map(([iteration, seconds, width, height, total, contentLoss, style, tv]) => ({
        ...{ iteration, seconds, width, height, total, content: contentLoss, style, tv },
        terms: {},
        gradientShares: null,
      })),
    );
  });

  it('takes changes as any other', async () => {
    await writeFirstVersion(`'{"content":null,"styles":[],"settings":{}}'`);
    const { rooms, curves } = await open();
    const room = (await rooms.load(roomId))!;
    const next = { ...room, revision: 6, runs: room.runs.map((run) => ({ ...run, converged: true })) };
    await rooms.save(next, room);
    expect(await rooms.load(roomId)).toEqual(next);
    const curve = await curves.load(runId);
    const longer = [...curve, { ...curve[1]!, iteration: 2, terms: { tv: 0.25 } }];
    await curves.save(runId, longer);
    expect(await curves.load(runId)).toEqual(longer);
  });

  it('opens also where one of its rooms is damaged, which only that room says', async () => {
    await writeFirstVersion(`'{"content":'`);
    const { rooms } = await open();
    expect(await rooms.load(roomId)).not.toBeNull();
    await expect(rooms.load(roomIdSchema.parse('room-0002'))).rejects.toMatchObject({ code: 'internal' });
  });
});
