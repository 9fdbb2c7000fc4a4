import { afterEach, describe, expect, it } from 'vitest';
import { reached, runOf, scripts, startPainting, upTo, wentOnFrom, wholeCurve } from '../../support/painters';
import { discardServer, scriptedCompute, startTestServer, type TestServer } from '../../support/server';
import type { Studio } from '../../support/studio';

/* The computing process is really killed, or hangs; what it computes is scripted, so that each iteration is known. */

const ITERATIONS = 200;
let server: TestServer;
let studio: Studio;
/** What the guest was told of the run, and whether the connection was ever lost. */
let statuses: string[];
let drops: number;

async function start(seed: number): Promise<void> {
  server = await startTestServer({ compute: { ...scriptedCompute, watchdog: { floorMs: 1_000 } } });
  studio = await startPainting(server.url, { seed, iterations: ITERATIONS });
  statuses = [];
  drops = 0;
  const { a, b } = studio;
  for (const seat of [a, b]) seat.socket.on('disconnect', () => (drops += 1));
  b.socket.on('change', () => {
    const { status } = b;
    if (status !== undefined && status !== statuses.at(-1)) statuses.push(status);
  });
}

afterEach(async () => {
  for (const seat of [studio.a, studio.b]) seat.close();
  await discardServer(server);
});

describe('a computing process that ends in the middle of a run', () => {
  it('R54: is replaced, and the run goes on from its last checkpoint; no socket drops', async () => {
    await start(scripts.paints);
    await studio.a.until((seat) => reached(seat) >= 10, 'ten iterates');
    const pid = server.computePid()!;
    process.kill(pid, 'SIGKILL');
    await studio.b.until(({ status }) => status === 'finished', 'finished');
    expect(server.computePid()).not.toBe(pid);
    expect(statuses.slice(-3)).toEqual(['resuming', 'running', 'finished']);
    expect(await wentOnFrom(studio)).toBeGreaterThanOrEqual(8);
    expect((await wholeCurve(studio)).map(({ iteration }) => iteration)).toEqual(upTo(ITERATIONS));
    expect(drops).toBe(0);
  });

  it('R54: is replaced where it hangs, and the run goes on', async () => {
    await start(scripts.hangsOnce);
    await studio.b.until(({ status }) => status === 'finished', 'finished');
    expect(statuses.slice(-3)).toEqual(['resuming', 'running', 'finished']);
    expect(await wentOnFrom(studio)).toBeGreaterThan(0);
    expect((await wholeCurve(studio)).map(({ iteration }) => iteration)).toEqual(upTo(ITERATIONS));
    expect(drops).toBe(0);
  });

  it.each([
    ['ends', scripts.dies, /ended from outside.*3 times at the same place/],
    ['hangs', scripts.hangs, /did not come further.*3 times at the same place/],
  ])('R48: fails the run with the reason where it %s three times at the same place', async (_, seed, why) => {
    await start(seed);
    await studio.b.until(({ status }) => status === 'failed', 'failed');
    expect(runOf(studio.b).status).toMatchObject({
      problem: { code: 'run-failed', message: expect.stringMatching(why) as string },
    });
    expect(drops).toBe(0);

    await studio.a.command({ type: 'settings:change', patch: { seed: scripts.paints, iterations: 5 } });
    expect(await studio.a.command({ type: 'run:start' })).toMatchObject({ ok: true });
    await studio.a.until(({ status }) => status === 'finished', 'the next run');
  });
});
