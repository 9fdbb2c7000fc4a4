import { randomBytes } from 'node:crypto';
import { execFile, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { LibSqlFile } from '../../server/repositories/prisma/libsql-file';
import { sampleImage, sampleRoom } from '../contract/repositories-sample';
import { tempDir } from '../fixtures/temp-dir';
import { Person } from '../support/client';
import { FakeRunQueue } from '../support/fake-run-queue';
import { scenePicture } from '../support/pictures';
import { discardServer, startTestServer, type TestServer } from '../support/server';
import { openStudio, startFakeRun } from '../support/studio';

const root = join(import.meta.dirname, '../..');
let server: TestServer | undefined;

afterEach(async () => {
  if (server) await discardServer(server);
  server = undefined;
});

async function open(env: Record<string, string> = {}) {
  const queue = new FakeRunQueue();
  server = await startTestServer({ queue, env });
  return { url: server.url, dataDir: server.dataDir, queue, studio: await openStudio(server.url) };
}

/** A room of somebody else. @returns whether it can be opened and changed */
async function isOtherRoomWell(url: string): Promise<boolean> {
  const other = new Person(url);
  const roomId = await other.createRoom();
  const seat = other.connect();
  await seat.join(roomId, 'Eve');
  const { ok } = await seat.command({ type: 'room:rename', title: 'Another room' });
  seat.close();
  return ok;
}

describe('storage that fails', () => {
  it('R94: a store that takes no more: the upload is refused, rooms go on, and once there is room it works', async () => {
    const { url, dataDir, studio } = await open({ ATELIER_MAX_STORE_GB: '0.0001' });
    const { owner, roomId, a } = studio;
    const bytes = await noisyPicture(300, 200);
    const refused = await owner.request(`/api/rooms/${roomId}/images`, {
      method: 'POST',
      body: bytes as BodyInit,
    });
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({
      problem: {
        code: 'unavailable',
        message: expect.stringMatching(/used up.*saved before is safe.*try again/s) as string,
      },
    });
    expect(a.room!.images).toHaveLength(2);
    expect((await a.command({ type: 'room:rename', title: 'Still here' })).ok).toBe(true);
    expect(await isOtherRoomWell(url)).toBe(true);

    await server!.close();
    server = await startTestServer({ queue: new FakeRunQueue(), dataDir });
    const again = new Person(server.url);
    again.cookie = owner.cookie;
    expect(await again.upload(roomId, bytes)).toMatchObject({ width: 300, height: 200 });
  });

  it('R95: a store that takes no more while a run goes: it goes on, and everybody is told until there is room', async () => {
    const { queue, studio, url } = await open({ ATELIER_MAX_STORE_GB: '0.0001' });
    const { a, b } = studio;
    const runId = await startFakeRun(studio, queue);
    const size = { width: 300, height: 200 };
    const keyframe = { ...size, iteration: 1, png: await noisyPicture(300, 200) };
    queue.emit(runId, { type: 'keyframe', keyframe });
    await b.until(({ unkept }) => unkept.at(-1) != null, 'what is wrong');
    expect(b.unkept).toEqual([
      { code: 'unavailable', message: expect.stringContaining('used up') as string },
    ]);
    expect(a.status).toBe('running');
    expect(await isOtherRoomWell(url)).toBe(true);
    const late = studio.owner.connect();
    expect((await late.join(studio.roomId)).unkept).toMatchObject({ code: 'unavailable' });
    late.close();

    queue.emit(runId, { type: 'keyframe', keyframe: { ...keyframe, iteration: 2, png: Buffer.of(2) } });
    await a.until(({ unkept }) => unkept.at(-1) === null, 'that it is over');
    expect(a.room!.runs.at(-1)!.keyframes).toEqual([2]);
  });

  it('R94: a database that another program holds: the command is refused whole, and works once it is let go', async () => {
    const { url, dataDir, studio } = await open();
    const { a, b } = studio;
    const file = pathToFileURL(join(dataDir, 'atelier.db')).href;
    const holder = await new LibSqlFile({ url: file }).connect();
    const held = await holder.startTransaction();
    try {
      const answer = await a.command({ type: 'room:rename', title: 'In vain' });
      expect(answer).toMatchObject({
        ok: false,
        problem: {
          code: 'unavailable',
          message: expect.stringMatching(/Another program holds.*not made.*safe.*try again/s) as string,
        },
      });
    } finally {
      await held.rollback();
      await holder.dispose();
    }
    expect(b.room!.title).not.toBe('In vain');
    expect((await a.command({ type: 'room:rename', title: 'At last' })).ok).toBe(true);
    await b.until(({ room }) => room!.title === 'At last', 'the title');
    expect(await isOtherRoomWell(url)).toBe(true);
  });

  it('R94: a picture that is gone from the disk: its run fails with the reason, and goes once it is there again', async () => {
    const { url, dataDir, queue, studio } = await open();
    const { a, owner, roomId, content } = studio;
    const { bytes } = await scenePicture(80, 64);
    const { id } = content;
    rmSync(join(dataDir, 'objects', id.slice(0, 2), id.slice(2, 4), id));
    await a.command({ type: 'run:start' });
    await a.until(({ status }) => status === 'failed', 'the failure');
    expect(a.room!.runs.at(-1)!.status).toMatchObject({
      problem: { code: 'not-found', message: expect.stringContaining('upload it again') as string },
    });
    expect((await owner.request(`/api/rooms/${roomId}/images/${id}`)).status).toBe(404);
    expect(await isOtherRoomWell(url)).toBe(true);

    expect((await owner.upload(roomId, bytes)).id).toBe(id);
    await startFakeRun(studio, queue);
    await a.until(({ status }) => status === 'running', 'the run');
  });

  it('R94: a disk that is really full: nothing is half written, what was there stays, and room on it is enough', async (test) => {
    const dataDir = tempDir();
    const mount = `mount -t tmpfs -o size=2m tmpfs ${dataDir}`;
    const isAble =
      process.platform === 'linux' && spawnSync('unshare', ['-m', 'sh', '-c', mount]).status === 0;
    if (!isAble) test.skip('only root may mount a disk of 2 MB');
    const { stdout } = await promisify(execFile)(
      'unshare',
      [
        '-m',
        'sh',
        '-c',
        `${mount} && exec "$@"`,
        'sh',
        process.execPath,
        '--import',
        'tsx',
        '--input-type=module',
        '--eval',
        onFullDisk(dataDir),
      ],
      { cwd: root },
    );
    expect(JSON.parse(stdout)).toEqual({
      put: 'unavailable',
      save: 'unavailable',
      isAsBefore: true,
      unfinished: 0,
      afterwards: 'works',
    });
  });
});

/** A picture that no format can make small. */
function noisyPicture(width: number, height: number): Promise<Buffer> {
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

/** A program that fills the disk that the folder is on, sees what fails, makes room and tries again. */
function onFullDisk(dataDir: string): string {
  const room = sampleRoom();
  const images = Array.from({ length: 60 }, sampleImage);
  return `
    import { appendFileSync, readdirSync, rmSync } from 'node:fs';
    import { isDeepStrictEqual } from 'node:util';
    import { openDatabase } from ${JSON.stringify(join(root, 'server/repositories/database.ts'))};
    import { createFolderObjectStore } from ${JSON.stringify(join(root, 'server/repositories/folder-object-store.ts'))};
    const dataDir = ${JSON.stringify(dataDir)};
    const { rooms, close } = await openDatabase({ dataDir, migrationsDir: ${JSON.stringify(join(root, 'prisma/migrations'))}, onDamage() {} });
    const objects = createFolderObjectStore(dataDir);
    const room = ${JSON.stringify(room)};
    await rooms.create(room);
    const filler = dataDir + '/filler';
    const next = { ...room, revision: room.revision + 1, images: ${JSON.stringify(images)}.map((image) => ({ ...image, name: 'n'.repeat(4000) })) };
    const picture = Buffer.alloc(50_000, 7);
    for (const size of [10_000, 1000, 1]) {
      try { for (;;) appendFileSync(filler, Buffer.alloc(size)); } catch (error) { if (error.code !== 'ENOSPC') throw error; }
    }
    const codeOf = (work) => work.then(() => 'done', (error) => error.code);
    const put = await codeOf(objects.put(picture));
    const save = await codeOf(rooms.save(next, room));
    rmSync(filler);
    const isAsBefore = isDeepStrictEqual(await rooms.load(room.id), room);
    const unfinished = readdirSync(dataDir, { recursive: true }).filter((name) => name.endsWith('.part')).length;
    await objects.put(picture);
    await rooms.save(next, room);
    const afterwards = isDeepStrictEqual(await rooms.load(room.id), next) ? 'works' : 'is another room';
    await close();
    console.log(JSON.stringify({ put, save, isAsBefore, unfinished, afterwards }));`;
}
