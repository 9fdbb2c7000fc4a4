import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lockDataDir } from '../../server/data-lock';
import { openDatabase } from '../../server/repositories/database';
import { createFolderObjectStore } from '../../server/repositories/folder-object-store';
import { imageIdSchema } from '../../server/protocol/ids';
import { sampleImage, sampleRoom, sampleRun } from '../contract/repositories-sample';
import { runScript } from '../fixtures/run-script';
import { tempDir } from '../fixtures/temp-dir';

const migrationsDir = join(import.meta.dirname, '../../prisma/migrations');
const LONG_AGO = new Date('2020-01-01');

/**
 * A data directory with a room that has a run of long ago, and objects that were put then: what the room shows, what has
 * become too old, and what no room names.
 */
async function oldStudio() {
  const dataDir = tempDir();
  const objects = createFolderObjectStore(dataDir);
  const put = async (text: string) => {
    const key = await objects.put(Buffer.from(text));
    utimesSync(pathOf(dataDir, key), LONG_AGO, LONG_AGO);
    return key;
  };
  const keys = {
    content: await put('content'),
    unused: await put('unused'),
    png: await put('png'),
    preview: await put('preview'),
    checkpoint: await put('result'),
    origin: await put('origin'),
    keyframe: await put('keyframe'),
    state: await put('state'),
    stray: await put('stray'),
  };
  const image = (key: string) => ({ ...sampleImage(), id: imageIdSchema.parse(key), addedAt: 0 });
  const content = { imageId: image(keys.content).id, crop: null };
  const sample = sampleRun(1, { content, styles: [], initial: null, endedAt: 1000 });
  const room = sampleRoom({
    images: [image(keys.content), image(keys.unused)],
    setup: { ...sampleRoom().setup, content },
    runs: [
      {
        ...sample,
        result: { ...sample.result!, png: keys.png, preview: keys.preview, checkpoint: keys.checkpoint },
        origin: { ...sample.origin!, picture: keys.origin },
        keyframes: [{ ...sample.keyframes[0]!, picture: keys.keyframe }],
        checkpoints: [{ ...sample.checkpoints[0]!, picture: keys.state }],
      },
    ],
  });
  const deleted = sampleRoom({ deletedAt: 1000, members: [] });
  const database = await openDatabase({ dataDir, migrationsDir, onDamage: () => undefined });
  await database.rooms.create(room);
  await database.rooms.create(deleted);
  await database.close();
  return { dataDir, keys, room, deleted, has: (key: string) => existsSync(pathOf(dataDir, key)) };
}

const pathOf = (dataDir: string, key: string) =>
  join(dataDir, 'objects', key.slice(0, 2), key.slice(2, 4), key);

async function load(dataDir: string, ...ids: ReturnType<typeof sampleRoom>['id'][]) {
  const { rooms, close } = await openDatabase({ dataDir, migrationsDir, onDamage: () => undefined });
  const loaded = [];
  for (const id of ids) loaded.push(await rooms.load(id));
  await close();
  return loaded;
}

describe('npm run gc', () => {
  test('R93: --dry-run lists what would go, with sizes and reasons, and changes nothing', async () => {
    const { dataDir, keys, room, deleted } = await oldStudio();
    const files = () => readdirSync(join(dataDir, 'objects'), { recursive: true }).toSorted();
    const before = files();
    const { code, stdout } = await runScript('gc', ['--dry-run'], { ATELIER_DATA_DIR: dataDir });
    expect(code).toBe(0);
    expect(stdout).toContain(`5 B  ${keys.stray}  no room names it`);
    expect(stdout).toContain(`8 B  ${keys.keyframe}  old (keyframes)`);
    expect(stdout).toContain(`5 B  ${keys.state}  old (checkpoints)`);
    expect(stdout).toContain(`6 B  ${keys.unused}  old (images)`);
    expect(stdout).toContain(`room ${deleted.id}  deleted long ago`);
    expect(stdout).toMatch(/^Would remove 5 \(24 B\)\./m);
    for (const key of [keys.content, keys.png, keys.origin]) expect(stdout).not.toContain(key);
    expect(files()).toEqual(before);
    expect(await load(dataDir, room.id, deleted.id)).toEqual([room, deleted]);
  });

  test('R93: removes it, and the room names it no longer; what is shown stays', async () => {
    const { dataDir, keys, room, deleted, has } = await oldStudio();
    const half = join(dataDir, 'objects', keys.png.slice(0, 2), '.half.part');
    const film = join(dataDir, 'time-lapses', 'run.webm');
    mkdirSync(join(dataDir, 'time-lapses'));
    for (const path of [half, film]) {
      writeFileSync(path, 'x');
      utimesSync(path, LONG_AGO, LONG_AGO);
    }
    const { code, stdout } = await runScript('gc', [], { ATELIER_DATA_DIR: dataDir });
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(stdout).toMatch(/^Removed 7 \(26 B\)\./m);
    for (const key of [keys.stray, keys.keyframe, keys.state, keys.unused]) expect(has(key)).toBe(false);
    for (const key of [keys.content, keys.png, keys.preview, keys.checkpoint, keys.origin]) {
      expect(has(key)).toBe(true);
    }
    expect([half, film].some((path) => existsSync(path))).toBe(false);
    const [after, gone] = await load(dataDir, room.id, deleted.id);
    expect(gone).toBeNull();
    expect(after).toMatchObject({ revision: room.revision + 1, updatedAt: room.updatedAt });
    expect(after!.images.map(({ id }) => id)).toEqual([keys.content]);
    expect(after!.runs[0]).toMatchObject({ keyframes: [], checkpoints: [], result: room.runs[0]!.result });
  });

  test('R90: keeps what is told to be kept for longer', async () => {
    const { dataDir, keys, has } = await oldStudio();
    const days = '36500';
    const { code } = await runScript('gc', [], {
      ATELIER_DATA_DIR: dataDir,
      ATELIER_KEEP_KEYFRAMES_DAYS: days,
      ATELIER_KEEP_CHECKPOINTS_DAYS: days,
      ATELIER_KEEP_UNUSED_IMAGES_DAYS: days,
    });
    expect(code).toBe(0);
    expect([keys.keyframe, keys.state, keys.unused].every(has)).toBe(true);
    expect(has(keys.stray)).toBe(false);
  });

  test('removes nothing while a server uses the directory, and says who does', async () => {
    const { dataDir, keys, has } = await oldStudio();
    const lock = await lockDataDir(dataDir);
    onTestFinished(() => lock.release());
    const { code, stderr } = await runScript('gc', [], { ATELIER_DATA_DIR: dataDir });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Nothing was removed\. A server that is running collects by itself/);
    expect(stderr).toContain(`process ${process.pid}`);
    expect(has(keys.stray)).toBe(true);
  });

  test('removes no object where a room cannot be read: it might be its own', async () => {
    const { dataDir, keys, room, has } = await oldStudio();
    const { rooms, close } = await openDatabase({ dataDir, migrationsDir, onDamage: () => undefined });
    const settings = { ...room.setup.settings, size: -1 }; // as a damaged disk would leave it
    await rooms.create({ ...sampleRoom(), setup: { ...room.setup, settings } });
    await close();
    const { code, stderr } = await runScript('gc', [], { ATELIER_DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(stderr).toMatch(/is damaged: setup\.settings\.size/);
    expect([keys.stray, keys.keyframe].every(has)).toBe(true);
  });
});
