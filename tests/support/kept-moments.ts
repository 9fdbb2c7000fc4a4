import { join } from 'node:path';
import type { RoomId, RunId } from '../../server/protocol/ids';
import { openDatabase } from '../../server/repositories/database';
import { createFolderObjectStore } from '../../server/repositories/folder-object-store';
import type { KeyframeRecord } from '../../server/rooms/record';
import { encodePng } from '../../server/images/encode';
import { fakeFrame, fakeOutcome, type FakeRunQueue } from './fake-run-queue';
import { startFakeRun, type Studio } from './studio';

/** A PNG of one colour that fades to another one from left to right. */
export async function fadePng(width: number, height: number, hue: number): Promise<Buffer> {
  const pixels = width * height;
  const data = Float32Array.from({ length: 3 * pixels }, (_, index) => {
    const x = (index % width) / width;
    return [hue, x, 1 - hue][Math.floor(index / pixels)]!;
  });
  return (await encodePng({ width, height, data })).bytes;
}

/** A run that has ended and left `png` at iteration 10. */
export async function finishFakeRun(
  studio: Studio,
  queue: FakeRunQueue,
  { width, height, png }: { width: number; height: number; png: Uint8Array },
): Promise<RunId> {
  const runId = await startFakeRun(studio, queue);
  queue.emit(runId, { type: 'frame', frame: fakeFrame(10, { final: true }) });
  queue.emit(runId, { type: 'finished', outcome: fakeOutcome({ width, height, png }) });
  await studio.a.until(({ status }) => status === 'finished', 'finished');
  return runId;
}

/** Gives a run of a server that is down the pictures of its moments, as if they had been kept while it was going. */
export async function keepMoments(
  dataDir: string,
  roomId: RoomId,
  runId: RunId,
  moments: readonly { iteration: number; width: number; height: number; png: Uint8Array }[],
): Promise<void> {
  const objects = createFolderObjectStore(dataDir);
  const keyframes = await Promise.all(
    moments.map(async ({ png, ...moment }): Promise<KeyframeRecord> => ({
      ...moment,
      bytes: png.length,
      picture: await objects.put(png),
    })),
  );
  const database = await openDatabase({
    dataDir,
    migrationsDir: join(import.meta.dirname, '../../prisma/migrations'),
    onDamage: (error) => {
      throw error;
    },
  });
  try {
    const room = (await database.rooms.load(roomId))!;
    const runs = room.runs.map((run) => (run.id === runId ? { ...run, keyframes } : run));
    await database.rooms.save({ ...room, runs, revision: room.revision + 1 }, room);
  } finally {
    await database.close();
  }
}
