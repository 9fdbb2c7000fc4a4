import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../../server/repositories/database';
import { PrismaClient } from '../../../server/repositories/generated/client';
import { LibSqlFile } from '../../../server/repositories/prisma/libsql-file';
import { createPrismaRooms } from '../../../server/repositories/prisma/prisma-rooms';
import type { RoomRecord } from '../../../server/rooms/record';
import {
  sampleImage,
  sampleMember,
  samplePoints,
  sampleRoom,
  sampleRun,
} from '../../contract/repositories-sample';

const root = resolve(import.meta.dirname, '../../..');
const migrationsDir = join(root, 'prisma/migrations');

let dataDir: string;
let databases: Database[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'atelier-database-'));
  databases = [];
});
afterEach(async () => {
  for (const database of databases) await database.close();
  await rm(dataDir, { recursive: true });
});

async function open(): Promise<Database> {
  const database = await openDatabase({ dataDir, migrationsDir });
  databases.push(database);
  return database;
}

/** Does what only a damaged disk or an older version would do. */
async function execute(sql: string): Promise<void> {
  const connection = await new LibSqlFile({ url: databaseUrl() }).connect();
  await connection.executeScript(sql);
  await connection.dispose();
}

const fullRoom = (): RoomRecord =>
  sampleRoom({
    members: [sampleMember({ personId: 'person-a' })],
    images: [sampleImage()],
    runs: [sampleRun(1)],
  });

describe('the database', () => {
  it('is there again after it was closed', async () => {
    const room = fullRoom();
    const first = await open();
    await first.rooms.create(room);
    await first.curves.save(room.runs[0]!.id, samplePoints(10));
    await databases.pop()!.close();

    const second = await open();
    expect(second.migrated).toEqual([]);
    expect(await second.rooms.load(room.id)).toEqual(room);
    expect(await second.curves.load(room.runs[0]!.id)).toEqual(samplePoints(10));
  });

  it('has what was acknowledged after the process was killed', { timeout: 180_000 }, async () => {
    const room = fullRoom();
    const run = inProcess(`
      const room = ${JSON.stringify(room)};
      await rooms.create(room);
      await rooms.save({ ...room, title: 'Saved just before', revision: 2 }, room);
      process.kill(process.pid, 'SIGKILL');`);
    await expect(run).rejects.toMatchObject({ signal: 'SIGKILL' });
    expect(await (await open()).rooms.load(room.id)).toEqual({
      ...room,
      title: 'Saved just before',
      revision: 2,
    });
  });

  it('lets two processes on the same folder write in turn', { timeout: 180_000 }, async () => {
    const halves = [0, 1].map(() => Array.from({ length: 20 }, fullRoom));
    await Promise.all(
      halves.map((half) =>
        inProcess(`for (const room of ${JSON.stringify(half)}) await rooms.create(room);`),
      ),
    );
    const { rooms } = await open();
    for (const room of halves.flat()) expect(await rooms.load(room.id)).toEqual(room);
  });

  it('opens no file per transaction', async () => {
    const { rooms } = await open();
    let room = fullRoom();
    await rooms.create(room);
    const before = await openFiles();
    for (let index = 0; index < 30; index += 1) {
      const next = { ...room, revision: room.revision + 1 };
      await rooms.save(next, room);
      room = next;
    }
    expect(await openFiles()).toBeLessThanOrEqual(before + 2);
  });

  it.each([
    [
      'settings out of bounds',
      `UPDATE Run SET settings = json_set(settings, '$.size', -1)`,
      'runs.0.settings.size',
    ],
    ['a role that there is not', `UPDATE Member SET role = 'king'`, 'members.0.role'],
    ['text that is not JSON', `UPDATE Room SET setup = '{"content":'`, 'JSON'],
  ])('refuses a room with %s, and says what is wrong with which', async (_, sql, where) => {
    const { rooms } = await open();
    const room = fullRoom();
    await rooms.create(room);
    await execute(sql);
    const failure = rooms.load(room.id);
    await expect(failure).rejects.toMatchObject({ name: 'AppError', code: 'internal' });
    await expect(failure).rejects.toThrow(room.id);
    await expect(failure).rejects.toThrow(where);
  });

  it('refuses a curve that has lost some of its bytes', async () => {
    const { rooms, curves } = await open();
    const room = fullRoom();
    await rooms.create(room);
    await curves.save(room.runs[0]!.id, samplePoints(3));
    await execute('UPDATE Curve SET points = substr(points, 1, 100)');
    await expect(curves.load(room.runs[0]!.id)).rejects.toMatchObject({ name: 'AppError', code: 'internal' });
  });

  it('says so when the disk is full, and keeps what was there', async () => {
    const { rooms } = await open();
    const room = fullRoom();
    await rooms.create(room);

    const prisma = new PrismaClient({ adapter: new FullDisk({ url: databaseUrl() }) });
    const full = createPrismaRooms(prisma);
    try {
      const bigger = {
        ...room,
        revision: 2,
        images: [...room.images, ...Array.from({ length: 60 }, sampleImage)],
      };
      const failure = full.save(bigger, room);
      await expect(failure).rejects.toMatchObject({
        name: 'AppError',
        code: 'unavailable',
        userMessage: expect.stringContaining("The server's disk is full") as string,
      });
      expect(await full.load(room.id)).toEqual(room);
    } finally {
      await prisma.$disconnect();
    }
  });
});

/** A connection that may not make the file larger than it is. */
class FullDisk extends LibSqlFile {
  override async connect() {
    const connection = await super.connect();
    await connection.executeScript('PRAGMA max_page_count=1;');
    return connection;
  }
}

const databaseUrl = () => pathToFileURL(join(dataDir, 'atelier.db')).href;

/** Runs a program in a process of its own, with `rooms` of this test's folder. */
function inProcess(program: string): Promise<unknown> {
  const whole = `
    import { openDatabase } from ${JSON.stringify(join(root, 'server/repositories/database.ts'))};
    const { rooms, close } = await openDatabase(${JSON.stringify({ dataDir, migrationsDir })});
    ${program}
    await close();`;
  return promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', whole], {
    cwd: root,
  });
}

async function openFiles(): Promise<number> {
  if (process.platform !== 'linux') return 0;
  return (await readdir('/proc/self/fd')).length;
}
