import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunId } from '../../../server/protocol/ids';
import { openDatabase } from '../../../server/repositories/database';
import type { RunRecord } from '../../../server/rooms/record';
import { discardKillable, isAlive, startKillable, type KillableServer } from '../../support/killable-server';
import {
  reached,
  runOf,
  scripts,
  startPainting,
  untilBack,
  upTo,
  wentOnFrom,
  wholeCurve,
} from '../../support/painters';
import type { Studio } from '../../support/studio';

/* Real processes that are really killed; what is computed is scripted, so that each iteration is known. */

const ITERATIONS = 200;
let server: KillableServer;
let rooms: Studio[] = [];

afterEach(async () => {
  for (const { a, b } of rooms) for (const seat of [a, b]) seat.close();
  rooms = [];
  await discardKillable(server);
});

/** Two rooms: the run of the one is going, that of the other waits. */
async function twoRooms(): Promise<[going: Studio, waiting: Studio]> {
  server = await startKillable('scripted');
  const going = await startPainting(server.url, { seed: scripts.paints, iterations: ITERATIONS });
  rooms.push(going);
  await going.a.until((seat) => reached(seat) >= 1, 'the first iterate');
  const waiting = await startPainting(server.url, { seed: scripts.paints, iterations: 20 });
  rooms.push(waiting);
  await waiting.a.until(({ status }) => status === 'queued', 'queued');
  return [going, waiting];
}

/** The latest run of a room, as the database has it while no server runs. */
async function storedRun({ roomId }: Studio): Promise<RunRecord> {
  const database = await openDatabase({
    dataDir: server.dataDir,
    migrationsDir: join(import.meta.dirname, '../../../prisma/migrations'),
    onDamage: (error) => {
      throw error;
    },
  });
  const room = await database.rooms.load(roomId);
  await database.close();
  return room!.runs.at(-1)!;
}

/** A server on what the one before has left, to which everybody has come back by themselves. */
async function startAgain(...studios: Studio[]): Promise<KillableServer> {
  const next = await startKillable('scripted', server);
  await Promise.all(studios.map(untilBack));
  return next;
}

async function untilGone(pid: number): Promise<void> {
  await expect.poll(() => isAlive(pid), { timeout: 15_000 }).toBe(false);
}

const finished = ({ a, b }: Studio) =>
  Promise.all([a, b].map((seat) => seat.until(({ status }) => status === 'finished', 'finished')));

describe('a server that is killed', () => {
  it('R53: both runs go on after the next start, and nothing that was acknowledged is missing', async () => {
    const [going, waiting] = await twoRooms();
    await going.a.until((seat) => reached(seat) >= 10, 'ten iterates');
    const steered = await going.a.command({ type: 'settings:change', patch: { contentWeight: 3 } });
    expect(steered).toMatchObject({ ok: true });
    const ids: RunId[] = [runOf(going.a).id, runOf(waiting.a).id];
    await server.kill();
    const seen = reached(going.a);
    await untilGone(server.computePid);

    const { checkpoints, settings } = await storedRun(going);
    const kept = checkpoints.at(-1)!.iteration;
    // A checkpoint after every fourth iteration, each on the disk before the next iterate is told.
    expect(kept).toBeGreaterThanOrEqual(4 * Math.floor((seen - 1) / 4));
    expect(settings.contentWeight).toBe(3);

    server = await startAgain(going, waiting);
    await Promise.all([finished(going), finished(waiting)]);
    expect([runOf(going.a).id, runOf(waiting.a).id]).toEqual(ids);
    expect(runOf(going.a).settings.contentWeight).toBe(3);
    expect(await wentOnFrom(going)).toBe(kept);
    expect(await wentOnFrom(waiting)).toBe(0);
    for (const [studio, last] of [[going, ITERATIONS] as const, [waiting, 20] as const]) {
      const curve = await wholeCurve(studio);
      expect(curve.map(({ iteration }) => iteration)).toEqual(upTo(last));
    }
  });

  it('R53: a run that was paused is paused, until somebody resumes it', async () => {
    const [going, waiting] = await twoRooms();
    await going.a.until((seat) => reached(seat) >= 10, 'ten iterates');
    const { id: runId } = runOf(going.a);
    await going.a.command({ type: 'run:pause', runId });
    await going.a.until(({ status }) => status === 'paused', 'paused');
    await server.kill();

    server = await startAgain(going, waiting);
    await finished(waiting); // which would wait for ever, if the paused one had its place
    expect(going.a.status).toBe('paused');
    await going.a.command({ type: 'run:resume', runId });
    await finished(going);
    expect(await wentOnFrom(going)).toBeGreaterThan(0);
  });

  it('R53: a run that was paused keeps the picture that it had come to where it is stopped then', async () => {
    const [going, waiting] = await twoRooms();
    await going.a.until((seat) => reached(seat) >= 10, 'ten iterates');
    const { id: runId } = runOf(going.a);
    await going.a.command({ type: 'run:pause', runId });
    await going.a.until(({ status }) => status === 'paused', 'paused');
    await server.kill();
    const kept = (await storedRun(going)).checkpoints.at(-1)!.iteration;

    server = await startAgain(going, waiting);
    await finished(waiting);
    await going.a.command({ type: 'run:stop', runId });
    await going.a.until(({ status }) => status === 'stopped', 'stopped');
    expect(runOf(going.a)).toMatchObject({
      progress: { iteration: kept },
      result: { width: 80, height: 64 },
    });
  });
});

describe('a server that is told to stop', () => {
  it('R53: tells the rooms, suspends the run, exits with 0, and goes on after the next start', async () => {
    const [going, waiting] = await twoRooms();
    await going.a.until((seat) => reached(seat) >= 10, 'ten iterates');
    expect(await server.stop()).toBe(0);
    for (const { a, b } of [going, waiting]) expect([a.stopping, b.stopping]).toEqual([true, true]);
    const seen = reached(going.a);
    expect(isAlive(server.computePid)).toBe(false);

    const run = await storedRun(going);
    expect(run.status.kind).toBe('running');
    expect((await storedRun(waiting)).status.kind).toBe('queued');
    expect(run.checkpoints.at(-1)!.iteration).toBeGreaterThanOrEqual(seen);

    server = await startAgain(going, waiting);
    await Promise.all([finished(going), finished(waiting)]);
    expect(await wentOnFrom(going)).toBe(run.checkpoints.at(-1)!.iteration);
    expect((await wholeCurve(going)).map(({ iteration }) => iteration)).toEqual(upTo(ITERATIONS));
  });

  it('R53: exits with 0 also where what computes hangs, which it ends', async () => {
    server = await startKillable('scripted');
    const studio = await startPainting(server.url, { seed: scripts.hangs });
    rooms.push(studio);
    await studio.a.until((seat) => reached(seat) >= 1, 'an iterate');
    expect(await server.stop()).toBe(0);
    expect(isAlive(server.computePid)).toBe(false);
    expect((await storedRun(studio)).status.kind).toBe('running');
  });
});
