import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoomId, RunId } from '../../../server/protocol/ids';
import { timeLapsePath, timeLapseSchema, type TimeLapse } from '../../../server/protocol/http';
import { Person } from '../../support/client';
import { FakeRunQueue } from '../../support/fake-run-queue';
import { readFilm } from '../../support/films';
import { fadePng, finishFakeRun, keepMoments } from '../../support/kept-moments';
import { discardServer, startTestServer, type TestServer } from '../../support/server';
import { openStudio } from '../../support/studio';

let server: TestServer;
let roomId: RoomId;
let runId: RunId;
let emptyRunId: RunId;
let guest: Person;

beforeAll(async () => {
  const queue = new FakeRunQueue();
  server = await startTestServer({ queue });
  const studio = await openStudio(server.url, 'watch');
  ({ roomId } = studio);
  runId = await finishFakeRun(studio, queue, { width: 64, height: 48, png: await fadePng(64, 48, 0.9) });
  emptyRunId = await finishFakeRun(studio, queue, { width: 64, height: 48, png: await fadePng(64, 48, 0.3) });
  await server.close();
  await keepMoments(server.dataDir, roomId, runId, [
    { iteration: 0, width: 32, height: 24, png: await fadePng(32, 24, 0.1) },
    { iteration: 5, width: 64, height: 48, png: await fadePng(64, 48, 0.5) },
  ]);
  server = await startTestServer({ queue: new FakeRunQueue(), dataDir: server.dataDir });
  guest = new Person(server.url);
  guest.cookie = studio.guest.cookie;
});
afterAll(async () => {
  await discardServer(server);
});

async function state(response: Response): Promise<TimeLapse> {
  return timeLapseSchema.parse(await response.json());
}

describe('the time-lapse of a run', () => {
  it('R57: is made of its keyframes and its result when a member asks for it, with progress', async () => {
    const path = timeLapsePath(roomId, runId);
    expect(await state(await guest.request(path))).toEqual({ kind: 'none' });
    expect((await guest.request(`${path}.webm`)).status).toBe(404);
    const begun = await guest.post(path, {});
    expect(begun.status).toBe(202);
    expect(await state(begun)).toEqual({ kind: 'making', done: 0, total: 3 });
    let now: TimeLapse;
    do now = await state(await guest.request(path));
    while (now.kind === 'making');
    expect(now.kind).toBe('ready');

    const answer = await guest.request(`${path}.webm`);
    expect(answer.headers.get('content-type')).toBe('video/webm');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename=atelier-1.webm');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(now).toEqual({ kind: 'ready', bytes: bytes.length });
    const film = await readFilm(bytes);
    expect(film).toMatchObject({ codec: 'vp8', width: 64, height: 48 });
    expect(film.frames).toHaveLength(4); // the last one twice: it is held

    const part = await guest.request(`${path}.webm?inline`, { headers: { range: 'bytes=10-19' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-disposition')).toBeNull();
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(10, 20));
  });

  it('is refused, with the reason, where nothing was kept on the way', async () => {
    const answer = await guest.post(timeLapsePath(roomId, emptyRunId), {});
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ problem: { code: 'conflict' } });
  });

  it('is for members only', async () => {
    const stranger = new Person(server.url);
    await stranger.createRoom();
    const path = timeLapsePath(roomId, runId);
    expect((await stranger.post(path, {})).status).toBe(401);
    expect((await stranger.request(path)).status).toBe(401);
    expect((await stranger.request(`${path}.webm`)).status).toBe(401);
  });
});
