import { afterEach, describe, expect, it } from 'vitest';
import type { RunId } from '../../../server/protocol/ids';
import { Person, type Seat } from '../../support/client';
import { FakeRunQueue, fakeFrame, fakeOutcome, fakePoint } from '../../support/fake-run-queue';
import { scenePicture, strokesPicture } from '../../support/pictures';
import { discardServer, startTestServer, type TestServer } from '../../support/server';

let server: TestServer;

afterEach(async () => {
  await discardServer(server);
});

/** A room with one finished run; a second one is going if `running`. */
async function roomWithRuns(queue: FakeRunQueue, running: boolean) {
  const owner = new Person(server.url);
  const roomId = await owner.createRoom();
  const seat = owner.connect();
  await seat.join(roomId, 'Ada');
  const content = await owner.upload(roomId, (await scenePicture(64, 48)).bytes);
  const style = await owner.upload(roomId, (await strokesPicture(64, 48)).bytes);
  await seat.command({ type: 'content:set', imageId: content.id, crop: null });
  await seat.command({ type: 'style:add', imageId: style.id, crop: { x: 0, y: 0, width: 0.5, height: 0.5 } });
  await seat.command({ type: 'settings:change', patch: { styleWeight: 2.5 } });
  await seat.command({ type: 'run:start' });
  const finished = [...queue.jobs.keys()].at(-1);
  queue.emit(finished!, { type: 'started', engine: 'fake', networkChecksum: 'sha256:00' });
  const progress = { iteration: 10, totalIterations: 10, remainingSeconds: 0 };
  queue.emit(finished!, { type: 'iterates', points: [fakePoint(9), fakePoint(10)], progress });
  queue.emit(finished!, { type: 'frame', frame: fakeFrame(10, { final: true }) });
  queue.emit(finished!, { type: 'finished', outcome: fakeOutcome({ progress }) });
  await seat.until(({ status }) => status === 'finished', 'finished');
  if (running) {
    await seat.command({ type: 'run:start' });
    const second = [...queue.jobs.keys()].at(-1)!;
    queue.emit(second, { type: 'started', engine: 'fake', networkChecksum: 'sha256:00' });
    await seat.until(({ status }) => status === 'running', 'running');
  }
  return { owner, roomId, seat };
}

/** Lets a run come to an iterate, leave a checkpoint of it, and go on. */
async function keepAt(queue: FakeRunQueue, seat: Seat, runId: RunId, iteration: number): Promise<void> {
  const points = [fakePoint(iteration)];
  const progress = (at: number) => ({ iteration: at, totalIterations: 300, remainingSeconds: 9 });
  const { settings } = queue.jobs.get(runId)!;
  const state = { width: 1, height: 1, picture: new Uint8Array(12) };
  queue.emit(runId, { type: 'iterates', points, progress: progress(iteration) });
  queue.emit(runId, { type: 'checkpoint', checkpoint: { ...state, iteration, scale: 1, settings } });
  const further = [fakePoint(iteration + 1)];
  queue.emit(runId, { type: 'iterates', points: further, progress: progress(iteration + 1) });
  await seat.until(({ iterates }) => iterates.at(-1)?.points[0]?.iteration === iteration + 1, 'further');
}

describe('a restart of the server', () => {
  it('finds the room, its images, settings, runs, curves and results again', async () => {
    const queue = new FakeRunQueue();
    server = await startTestServer({ queue });
    const { owner, roomId, seat } = await roomWithRuns(queue, false);
    const before = seat.room!;
    seat.close();
    await server.close();

    server = await startTestServer({ queue: new FakeRunQueue(), dataDir: server.dataDir });
    const back = new Person(server.url);
    back.cookie = owner.cookie;
    const again = back.connect();
    const welcome = await again.join(roomId);
    expect(again.room).toEqual(before);
    expect(welcome.curve?.points).toEqual([fakePoint(9), fakePoint(10)]);
    await again.until(({ frames }) => frames.length === 1, 'the last frame');
    expect(again.frames[0]!.bytes).toEqual(Buffer.from(fakeFrame(10).bytes));
    const runId = before.runs[0]!.id;
    const png = await back.request(`/api/rooms/${roomId}/runs/${runId}/result.png`);
    expect(png.status).toBe(200);
    expect(png.headers.get('content-disposition')).toContain('atelier-1.png');
    expect(new Uint8Array(await png.arrayBuffer())).toEqual(fakeOutcome().png);
  });

  it('links from before still open the room', async () => {
    const queue = new FakeRunQueue();
    server = await startTestServer({ queue });
    const owner = new Person(server.url);
    const roomId = await owner.createRoom();
    const { keys } = await owner.connect().join(roomId, 'Ada');
    await server.close();
    server = await startTestServer({ queue, dataDir: server.dataDir });
    expect((await new Person(server.url).enter(roomId, keys.edit!)).status).toBe(200);
  });

  it('R28: submits the run that was going again, and that of another room that waited after it', async () => {
    const queue = new FakeRunQueue();
    server = await startTestServer({ queue });
    const waiting = await roomWithRuns(queue, false);
    const going = await roomWithRuns(queue, true);
    await waiting.seat.command({ type: 'run:start' });
    const runs = [going, waiting].map(({ seat }) => seat.room!.runs[1]!.id);
    const [runId] = runs as [RunId, RunId];
    await keepAt(queue, going.seat, runId, 20);
    await server.close(); // the double does not end its runs, as a killed process would not

    const next = new FakeRunQueue();
    server = await startTestServer({ queue: next, dataDir: server.dataDir });
    expect([...next.jobs.keys()]).toEqual(runs);
    expect(next.jobs.get(runId)!.start).toMatchObject({ iteration: 20, scale: 1 });
    const back = new Person(server.url);
    back.cookie = going.owner.cookie;
    const seat = back.connect();
    const welcome = await seat.join(going.roomId);
    expect(seat.room!.runs.map(({ status }) => status.kind)).toEqual(['finished', 'queued']);
    expect(welcome.curve?.points.map(({ iteration }) => iteration)).toEqual([20]);
  });

  it('R28: a run that was paused stays paused, and one that was to stop is stopped', async () => {
    const queue = new FakeRunQueue();
    server = await startTestServer({ queue });
    const rooms = [await roomWithRuns(queue, true), await roomWithRuns(queue, true)];
    const [paused, stopped] = rooms.map(({ seat }) => seat.room!.runs[1]!.id) as [RunId, RunId];
    await rooms[0]!.seat.command({ type: 'run:pause', runId: paused });
    await rooms[1]!.seat.command({ type: 'run:stop', runId: stopped });
    await server.close();

    const next = new FakeRunQueue();
    server = await startTestServer({ queue: next, dataDir: server.dataDir });
    expect(next.calls).toEqual([
      { type: 'submit', runId: paused },
      { type: 'pause', runId: paused },
      { type: 'submit', runId: stopped },
      { type: 'stop', runId: stopped },
    ]);
    expect([...next.submissions.values()]).toMatchObject([{ held: true }, { held: true }]);
  });
});
