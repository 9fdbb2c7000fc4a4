import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedPath } from '../../../server/protocol/http';
import type { RoomId, RunId } from '../../../server/protocol/ids';
import { runPath, roomPath } from '../../../server/protocol/moments';
import { readShare, SHARE_HEADER, writeShare } from '../../../server/protocol/share';
import { FakeRunQueue } from '../../support/fake-run-queue';
import { fadePng, finishFakeRun } from '../../support/kept-moments';
import { discardServer, startTestServer, type TestServer } from '../../support/server';
import { openStudio, type Studio } from '../../support/studio';

let server: TestServer;
let studio: Studio;
let roomId: RoomId;
let first: RunId;
let second: RunId;

beforeAll(async () => {
  const queue = new FakeRunQueue();
  server = await startTestServer({
    queue,
    // A page that shows what it is told about itself.
    pages: async () => (request, response) => {
      response.json(readShare(request.headers[SHARE_HEADER] as string | undefined));
    },
  });
  studio = await openStudio(server.url);
  ({ roomId } = studio);
  first = await finishFakeRun(studio, queue, {
    width: 1600,
    height: 800,
    png: await fadePng(1600, 800, 0.2),
  });
  second = await finishFakeRun(studio, queue, { width: 64, height: 48, png: await fadePng(64, 48, 0.7) });
});
afterAll(async () => {
  await discardServer(server);
});

const publish = async (runId: RunId, published: boolean) => {
  expect((await studio.a.command({ type: 'run:publish', runId, published })).ok).toBe(true);
};

/** Without a cookie. */
const picture = (runId: RunId, room = roomId) => fetch(`${server.url}${publishedPath(room, runId)}`);
const told = async (path: string, headers: Record<string, string> = {}) =>
  (await fetch(`${server.url}${path}`, { headers })).json();

describe('without a cookie of the room', () => {
  it('R58: there is a picture where an owner has published it, and none any more once it is taken back', async () => {
    expect((await picture(first)).status).toBe(404);
    await publish(first, true);
    const answer = await picture(first);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    const metadata = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width: 1200, height: 600 });
    expect(metadata.exif).toBeUndefined(); // nothing of how it was made
    expect((await picture(second)).status).toBe(404);
    await publish(first, false);
    expect((await picture(first)).status).toBe(404);
  });

  it('R58: nothing tells a room of which nothing is published from one that is not there', async () => {
    const unpublished = await (await picture(second)).text();
    expect(await (await picture('no-such-run' as RunId)).text()).toBe(unpublished);
    expect(await (await picture(second, 'no-such-room' as RoomId)).text()).toBe(unpublished);
    const nothing = { origin: server.url, published: null };
    expect(await told(roomPath(roomId))).toEqual(nothing);
    expect(await told(runPath(roomId, first))).toEqual(nothing);
    expect(await told(roomPath('no-such-room' as RoomId))).toEqual(nothing);
    expect(await told('/r/!')).toEqual(nothing);
  });

  it('R58: the page of a room is told of the latest published result, the page of a run of its own', async () => {
    await publish(first, true);
    const title = studio.a.room!.title;
    const published = {
      title,
      runId: first,
      width: 1200,
      height: 600,
      version: expect.any(String),
      painting: null,
    };
    expect(await told(roomPath(roomId))).toEqual({ origin: server.url, published });
    expect(await told(runPath(roomId, first))).toEqual({ origin: server.url, published });
    expect(await told(runPath(roomId, second))).toEqual({ origin: server.url, published: null });
    await publish(second, true);
    expect(await told(roomPath(roomId))).toMatchObject({
      published: { runId: second, width: 64, height: 48 },
    });
  });

  it('R58: nobody can tell a page something else', async () => {
    const [path, other] = [roomPath('no-such-room' as RoomId), '/about'];
    const forged = writeShare({
      origin: 'https://elsewhere.example',
      published: { title: 'Forged', runId: first, width: 1, height: 1, version: '1', painting: null },
    });
    expect(await told(path, { [SHARE_HEADER]: forged })).toEqual({ origin: server.url, published: null });
    expect(await told(other, { [SHARE_HEADER]: forged })).toBeNull();
  });

  it('R47: only an owner publishes', async () => {
    const answer = await studio.b.command({ type: 'run:publish', runId: first, published: false });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
    expect((await picture(first)).status).toBe(200);
  });
});
