import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person } from '../../support/client';
import { FakeRunQueue } from '../../support/fake-run-queue';
import { fadePng, finishFakeRun, keepMoments } from '../../support/kept-moments';
import { discardServer, startTestServer, type TestServer } from '../../support/server';
import { openStudio } from '../../support/studio';
import { keyframePath } from '../../../server/protocol/moments';
import type { RoomId, RunId } from '../../../server/protocol/ids';

let server: TestServer;
let roomId: RoomId;
let runId: RunId;
let guest: Person;
let kept: Buffer[];

const at = (iteration: number) => keyframePath(roomId, { runId, iteration });

beforeAll(async () => {
  const queue = new FakeRunQueue();
  server = await startTestServer({ queue });
  const studio = await openStudio(server.url, 'watch');
  ({ roomId } = studio);
  runId = await finishFakeRun(studio, queue, { width: 400, height: 300, png: await fadePng(400, 300, 0.9) });
  await server.close();
  kept = [await fadePng(200, 150, 0.1), await fadePng(400, 300, 0.5), await fadePng(400, 300, 0.8)];
  await keepMoments(server.dataDir, roomId, runId, [
    { iteration: 0, width: 200, height: 150, png: kept[0]! },
    { iteration: 10, width: 400, height: 300, png: kept[1]! },
    { iteration: 12, width: 400, height: 300, png: kept[2]! }, // as if it were being continued
  ]);
  server = await startTestServer({ queue: new FakeRunQueue(), dataDir: server.dataDir });
  guest = new Person(server.url);
  guest.cookie = studio.guest.cookie;
});
afterAll(async () => {
  await discardServer(server);
});

describe('the picture of a moment', () => {
  it('R56: is at its own address as it was kept, also for those who only watch', async () => {
    for (const [iteration, png] of [[0, kept[0]!] as const, [10, kept[1]!] as const]) {
      const answer = await guest.request(at(iteration));
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
    }
  });

  it('may be kept by the browser for ever once nothing can replace it, and is asked for again until then', async () => {
    expect((await guest.request(at(10))).headers.get('cache-control')).toBe(
      'private, max-age=31536000, immutable',
    );
    const answer = await guest.request(at(12));
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    const again = await guest.request(at(12), {
      // Else fetch adds `no-cache`, which asks for the whole picture.
      headers: { 'if-none-match': answer.headers.get('etag')!, 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  });

  it('can be had smaller, in the sizes that there are', async () => {
    const answer = await guest.request(`${at(10)}?side=160`);
    expect(answer.headers.get('etag')).not.toBe((await guest.request(at(10))).headers.get('etag'));
    const { width, height, format } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect({ width, height, format }).toEqual({ width: 160, height: 120, format: 'webp' });
    expect((await guest.request(`${at(10)}?side=161`)).status).toBe(400);
  });

  it('is not there where none was kept, which the answer says', async () => {
    const answer = await guest.request(at(11));
    expect(answer.status).toBe(404);
    const { problem } = (await answer.json()) as { problem: { code: string; message: string } };
    expect(problem).toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('No picture is kept'),
    });
    expect((await guest.request(at(11).replace('11', 'x'))).status).toBe(400);
  });

  it('is for members only', async () => {
    const stranger = new Person(server.url);
    expect((await stranger.request(at(10))).status).toBe(401);
    await stranger.createRoom(); // somebody, but not here
    expect((await stranger.request(at(10))).status).toBe(401);
  });
});
