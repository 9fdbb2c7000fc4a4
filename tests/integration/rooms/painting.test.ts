import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CurvePoint } from '../../../server/protocol/curves';
import type { RoomId } from '../../../server/protocol/ids';
import { Person, type Seat } from '../../support/client';
import { scenePicture, strokesPicture } from '../../support/pictures';
import { discardServer, startTestServer, type TestServer } from '../../support/server';

/* Everything real but the browser: server, computing process, engine, the network that ships with the project. */

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await discardServer(server);
});

async function studio(iterations: number): Promise<{ roomId: RoomId; owner: Person; a: Seat; b: Seat }> {
  const owner = new Person(server.url);
  const roomId = await owner.createRoom();
  const a = owner.connect();
  const { keys } = await a.join(roomId, 'Ada');
  const content = await owner.upload(roomId, (await scenePicture(192, 144)).bytes);
  const style = await owner.upload(roomId, (await strokesPicture(160, 160)).bytes);
  await a.command({ type: 'content:set', imageId: content.id, crop: null });
  await a.command({ type: 'style:add', imageId: style.id, crop: null });
  await a.command({ type: 'settings:change', patch: { size: 160, iterations, network: 'compact' } });
  const guest = new Person(server.url);
  await guest.enter(roomId, keys.watch);
  const b = guest.connect();
  await b.join(roomId, 'Ben');
  return { roomId, owner, a, b };
}

describe('a picture that is really painted', () => {
  it('both see it, steer it, keep it, go on with it', async () => {
    const { roomId, owner, a, b } = await studio(24);
    await b.until(({ room }) => room!.forecast !== null, 'a forecast of this machine');
    expect(b.room!.forecast).toMatchObject({ fits: true });
    expect(b.room!.forecast!.totalSeconds).toBeGreaterThan(0);
    await a.command({ type: 'run:start' });
    await a.until(({ iterates }) => iterates.length > 0, 'the first iterate');
    expect(await a.command({ type: 'settings:change', patch: { styleWeight: 3 } })).toMatchObject({
      ok: true,
    });
    await Promise.all([a, b].map((seat) => seat.until(({ status }) => status === 'finished', 'finished')));

    const curve = (seat: Seat) => seat.iterates.flatMap(({ points }) => points);
    expect(curve(b)).toEqual(curve(a));
    expect(curve(a).at(-1)!.iteration).toBe(24);
    expect(curve(b).some(({ gradientShares }) => gradientShares !== null)).toBe(true);
    for (const { terms, total } of curve(b)) {
      const sum = Object.values(terms).reduce((whole, term) => whole + term, 0);
      expect(sum / total).toBeCloseTo(1, 5);
    }
    expect(a.frames.at(-1)!.frame).toMatchObject({ final: true, iteration: 24, width: 160, height: 120 });
    expect(b.frames.at(-1)!.bytes).toEqual(a.frames.at(-1)!.bytes);
    expect(a.room!.runs[0]).toMatchObject({
      result: { width: 160, height: 120 },
      marks: [{ memberName: 'Ada', changes: [{ field: 'styleWeight', from: 1, to: 3 }] }],
    });
    const runId = a.room!.runs[0]!.id;
    const download = await owner.request(`/api/rooms/${roomId}/runs/${runId}/result.png`);
    const png = await sharp(Buffer.from(await download.arrayBuffer())).metadata();
    expect(png).toMatchObject({ format: 'png', width: 160, height: 120 });

    await a.command({ type: 'run:continue', runId, iterations: 6 });
    await b.until(
      ({ room }) => room!.runs[0]!.progress.iteration === 30 && room!.runs[0]!.status.kind === 'finished',
      'six more',
    );
    const iterations = curve(a).map(({ iteration }) => iteration);
    expect(iterations).toEqual([...iterations].sort((x, y) => x - y));
    expect(new Set(iterations).size).toBe(iterations.length);
    expect(iterations.at(-1)).toBe(30);
  });

  it('pauses, resumes and stops; the picture so far is kept at the chosen size', async () => {
    const { a, b } = await studio(2000);
    await a.command({ type: 'run:start' });
    await a.until(({ iterates }) => iterates.length > 0, 'the first iterate');
    const runId = a.room!.runs[0]!.id;
    await a.command({ type: 'run:pause', runId });
    await b.until(({ status }) => status === 'paused', 'paused');
    await a.command({ type: 'run:resume', runId });
    await b.until(({ status }) => status === 'running', 'running');
    await a.command({ type: 'run:stop', runId });
    await b.until(({ status }) => status === 'stopped', 'stopped');
    expect(b.room!.runs[0]!.result).toEqual({ width: 160, height: 120 });
    await b.until(({ frames }) => frames.at(-1)!.frame.final, 'the final frame');
  });

  it('R54: a computing process that is killed is replaced, and the run goes on to its end', async () => {
    const { roomId, owner, a, b } = await studio(16);
    let drops = 0;
    for (const seat of [a, b]) seat.socket.on('disconnect', () => (drops += 1));
    await a.command({ type: 'run:start' });
    await a.until(({ iterates }) => iterates.length > 0, 'the first iterate');
    process.kill(server.computePid()!, 'SIGKILL');
    await b.until(({ status }) => status === 'resuming', 'resuming');
    await b.until(({ status }) => status === 'finished', 'finished');
    expect(drops).toBe(0);
    const runId = b.room!.runs[0]!.id;
    const response = await owner.request(`/api/rooms/${roomId}/runs/${runId}`);
    const { curve } = (await response.json()) as { curve: CurvePoint[] };
    expect(curve.map(({ iteration }) => iteration)).toEqual(Array.from({ length: 17 }, (_, index) => index));
    expect(b.room!.runs[0]).toMatchObject({ result: { width: 160, height: 120 } });
  });
});
