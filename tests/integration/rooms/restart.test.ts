import { afterEach, describe, expect, it } from 'vitest';
import { Person } from '../../support/client';
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
  const [finished] = [...queue.jobs.keys()];
  queue.emit(finished!, { type: 'started', engine: 'fake', networkChecksum: 'sha256:00' });
  const progress = { iteration: 10, totalIterations: 10, remainingSeconds: 0 };
  queue.emit(finished!, { type: 'iterates', points: [fakePoint(9), fakePoint(10)], progress });
  queue.emit(finished!, { type: 'frame', frame: fakeFrame(10, { final: true }) });
  queue.emit(finished!, { type: 'finished', outcome: fakeOutcome({ progress }) });
  await seat.until(({ status }) => status === 'finished', 'finished');
  if (running) {
    await seat.command({ type: 'run:start' });
    const second = [...queue.jobs.keys()][1]!;
    queue.emit(second, { type: 'started', engine: 'fake', networkChecksum: 'sha256:00' });
    await seat.until(({ status }) => status === 'running', 'running');
  }
  return { owner, roomId, seat };
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
    expect(png.headers.get('content-disposition')).toContain('Untitled-room-1.png');
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

  it('fails the run that was going, says why, and lets the next one start', async () => {
    const queue = new FakeRunQueue();
    server = await startTestServer({ queue });
    const { owner, roomId } = await roomWithRuns(queue, true);
    await server.close(); // the double does not end its run, as a killed process would not

    server = await startTestServer({ queue: new FakeRunQueue(), dataDir: server.dataDir });
    const back = new Person(server.url);
    back.cookie = owner.cookie;
    const seat = back.connect();
    await seat.join(roomId);
    const room = seat.room!;
    expect(room.runs.map(({ status }) => status.kind)).toEqual(['finished', 'failed']);
    expect(room.runs[1]!.status).toMatchObject({
      problem: { message: expect.stringContaining('restarted') },
    });
    expect(await seat.command({ type: 'run:start' })).toMatchObject({ ok: true });
  });
});
