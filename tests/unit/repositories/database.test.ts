import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../../server/errors';
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
let damages: AppError[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'atelier-database-'));
  databases = [];
  damages = [];
});
afterEach(async () => {
  for (const database of databases) await database.close();
  await rm(dataDir, { recursive: true });
});

async function open(): Promise<Database> {
  const database = await openDatabase({
    dataDir,
    migrationsDir,
    onDamage: (error) => damages.push(error),
  });
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

  it.each([
    ['settings out of bounds', `json_set(setup, '$.settings.size', -1)`],
    ['text that is not JSON', `'{"content":'`],
  ])('a room with %s neither hides the others nor passes unnoticed', async (_, setup) => {
    const { rooms } = await open();
    const [good, bad, alsoGood] = [fullRoom(), fullRoom(), fullRoom()];
    const others = sampleRoom({ members: [sampleMember({ personId: 'person-b' })] });
    for (const room of [good, alsoGood, { ...bad, updatedAt: bad.updatedAt + 1 }, others]) {
      await rooms.create(room);
    }
    await execute(`UPDATE Room SET setup = ${setup} WHERE id = '${bad.id}'`);
    // At the same time: Prisma may answer several such questions by one query.
    const lists = await Promise.all([rooms.recent('person-a', 10), rooms.recent('person-b', 10)]);
    expect(lists[0].map(({ id }) => id).toSorted()).toEqual([good.id, alsoGood.id].toSorted());
    expect(lists[1].map(({ id }) => id)).toEqual([others.id]);
    expect(damages).toHaveLength(1);
    expect(damages[0]!.message).toMatch(new RegExp(`^room ${bad.id} is damaged`));
    const loads = await Promise.allSettled([bad, good, alsoGood].map(({ id }) => rooms.load(id)));
    expect(loads.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });

  it('a commit that fails leaves no transaction open, and undoes none that came after it', async () => {
    await open();
    const connection = await new LibSqlFile({ url: databaseUrl() }).connect();
    const run = (on: { executeRaw: typeof connection.executeRaw }, sql: string) =>
      on.executeRaw({ sql, args: [], argTypes: [] });
    try {
      const failing = await connection.startTransaction();
      await run(failing, 'PRAGMA defer_foreign_keys=ON');
      await run(failing, `INSERT INTO Curve VALUES ('no-such-run', 0, x'', '[]', x'', x'')`);
      await expect(failing.commit()).rejects.toThrow('FOREIGN KEY constraint failed');

      await run(connection, 'CREATE TABLE Outside (id INTEGER)');
      const next = await connection.startTransaction();
      await run(next, 'INSERT INTO Outside VALUES (1)');
      await failing.rollback(); // as Prisma does after a failure
      await next.commit();
      const { rows } = await connection.queryRaw({
        sql: 'SELECT (SELECT count(*) FROM Outside), (SELECT count(*) FROM Curve)',
        args: [],
        argTypes: [],
      });
      expect(rows).toEqual([[1, 0]]);
    } finally {
      await connection.dispose();
    }
  });

  it.each([
    ['points', 'substr(points, 1, 100)'],
    ['termValues', 'substr(termValues, 1, 20)'],
    ['termNames', `'[]'`],
    ['termNames', `'[{"from":'`],
    ['shares', 'substr(shares, 1, 24)'],
  ])('refuses a curve that has lost some of its %s (%s)', async (column, damage) => {
    const { rooms, curves } = await open();
    const room = fullRoom();
    await rooms.create(room);
    await curves.save(room.runs[0]!.id, samplePoints(3));
    await execute(`UPDATE Curve SET ${column} = ${damage}`);
    await expect(curves.load(room.runs[0]!.id)).rejects.toMatchObject({ name: 'AppError', code: 'internal' });
  });

  it('says so when the disk is full, and keeps what was there', async () => {
    const { rooms } = await open();
    const room = fullRoom();
    await rooms.create(room);

    const prisma = new PrismaClient({ adapter: new FullDisk({ url: databaseUrl() }) });
    const full = createPrismaRooms(prisma, (error) => damages.push(error));
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
    const { rooms, close } = await openDatabase({ ...${JSON.stringify({ dataDir, migrationsDir })}, onDamage() {} });
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
