import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  GALLERY_PAGE,
  galleryPagePath,
  galleryPath,
  gallerySchema,
  type Gallery,
} from '../../../server/protocol/gallery';
import { networksSchema } from '../../../server/protocol/http';
import type { RoomId, RunId } from '../../../server/protocol/ids';
import { readShare, SHARE_HEADER, type Share } from '../../../server/protocol/share';
import { fakeFrame, fakeOutcome, FakeRunQueue } from '../../support/fake-run-queue';
import { fadePng, finishFakeRun } from '../../support/kept-moments';
import { discardServer, startTestServer, type TestServer } from '../../support/server';
import { openStudio, type Studio } from '../../support/studio';

const queue = new FakeRunQueue();
let server: TestServer;
let studio: Studio;

beforeAll(async () => {
  server = await startTestServer({
    queue,
    // A page that shows what it is told about itself.
    pages: async () => (request, response) => {
      response.json(readShare(request.headers[SHARE_HEADER] as string | undefined));
    },
  });
  studio = await openStudio(server.url);
});
afterAll(() => discardServer(server));

const finish = async (hue: number, inRoom = studio): Promise<RunId> =>
  finishFakeRun(inRoom, queue, { width: 64, height: 48, png: await fadePng(64, 48, hue) });
const publish = async (runId: RunId, published: boolean, { a } = studio) => {
  expect((await a.command({ type: 'run:publish', runId, published })).ok).toBe(true);
};

/** Without a cookie. */
const page = async (before?: string): Promise<Gallery> => {
  const answer = await fetch(server.url + galleryPath(before));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('public, max-age=10');
  return z.strictObject(gallerySchema.shape).parse(await answer.json());
};
const listed = async (): Promise<RunId[]> => (await page()).results.map(({ runId }) => runId);
const told = async (roomId: RoomId, runId: RunId): Promise<Share['published']> =>
  ((await (await fetch(server.url + galleryPagePath(roomId, runId))).json()) as Share).published;

describe('the gallery, without a cookie', () => {
  it('R86: has what an owner has published, with its picture, until it is taken back', async () => {
    const runId = await finish(0.1);
    expect(await listed()).toEqual([]);
    await publish(runId, true);
    const { results, next } = await page();
    const picture = expect.stringContaining('published.jpg?small&v=') as string;
    const { title } = studio.a.room!;
    expect(results).toEqual([
      {
        roomId: studio.roomId,
        runId,
        title,
        width: 64,
        height: 48,
        listedAt: expect.any(Number) as number,
        picture,
      },
    ]);
    expect(next).toBeNull();
    const small = await fetch(server.url + results[0]!.picture);
    const frame = await studio.owner.request(`/api/rooms/${studio.roomId}/runs/${runId}/preview.jpg`);
    expect(small.status).toBe(200);
    expect(small.headers.get('content-type')).toBe('image/jpeg');
    expect(await small.bytes()).toEqual(await frame.bytes());

    await publish(runId, false);
    expect(await listed()).toEqual([]);
    expect((await fetch(server.url + results[0]!.picture)).status).toBe(404);
    expect(await told(studio.roomId, runId)).toBeNull();
  });

  it('R86: has no result any more once the run was continued to another one', async () => {
    const runId = await finish(0.2);
    await publish(runId, true);
    expect(await listed()).toEqual([runId]);
    expect((await studio.b.command({ type: 'run:continue', runId, iterations: 5 })).ok).toBe(true);
    expect(await listed()).toEqual([runId]);
    queue.emit(runId, { type: 'started', engine: 'fake', networkChecksum: 'sha256:00' });
    queue.emit(runId, { type: 'frame', frame: fakeFrame(15, { final: true }) });
    queue.emit(runId, { type: 'finished', outcome: fakeOutcome({ png: await fadePng(64, 48, 0.3) }) });
    await studio.a.until(({ status }) => status === 'finished', 'finished');
    expect(await listed()).toEqual([]);
    expect(await told(studio.roomId, runId)).toBeNull();
  });

  it('R86: tells of a result how it was made, and neither who made it nor of which pictures', async () => {
    const { a, roomId, style } = studio;
    await a.command({ type: 'settings:change', patch: { styleWeight: 2, styleBlend: { [style.id]: 0.5 } } });
    const runId = await finish(0.4);
    await a.command({ type: 'run:rename', runId, name: 'For us only' });
    await publish(runId, true);
    const published = await told(roomId, runId);
    expect(published).toMatchObject({
      title: a.room!.title,
      runId,
      painting: { styles: 1, iteration: expect.any(Number) as number, settings: { styleWeight: 2 } },
    });
    const everything = JSON.stringify([published, await page()]);
    for (const secret of [
      style.id,
      studio.content.id,
      'Ada',
      'Ben',
      'For us only',
      studio.welcome.memberId,
    ]) {
      expect(everything).not.toContain(secret);
    }
    // What an editor steers when going on is not how the published picture was made.
    await studio.b.command({ type: 'settings:change', patch: { styleWeight: 7 } });
    await studio.b.command({ type: 'run:continue', runId, iterations: 5 });
    expect(await told(roomId, runId)).toEqual(published);
    await studio.b.command({ type: 'run:stop', runId });
    queue.emit(runId, { type: 'stopped', outcome: null });
    await a.until(({ status }) => status === 'stopped', 'stopped');
    await publish(runId, false);
  });

  it('R86: comes in pages, latest first, and loses a room that is deleted', async () => {
    const other = await openStudio(server.url);
    const mine = await finish(0.5);
    await publish(mine, true);
    const theirs: RunId[] = [];
    for (let count = 0; count < GALLERY_PAGE; count += 1) {
      const runId = await finish(0.6, other);
      await publish(runId, true, other);
      theirs.unshift(runId);
      // A connection makes at most 40 requests a second (R81).
      await setTimeout(60);
    }
    const first = await page();
    expect(first.results.map(({ runId }) => runId)).toEqual(theirs);
    const second = await page(first.next!);
    expect(second).toMatchObject({ results: [{ runId: mine }], next: null });

    expect((await other.a.command({ type: 'room:delete' })).ok).toBe(true);
    expect(await listed()).toEqual([mine]);
    expect((await fetch(server.url + first.results[0]!.picture)).status).toBe(404);
  });

  it.each(['', 'x', '1.short', '-1.run-00000001', '1.run-00000001.2'])(
    'R80: refuses the place %j',
    async (before) => {
      const answer = await fetch(server.url + galleryPath(before));
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ problem: { code: 'invalid', field: 'before' } });
    },
  );
});

it('anybody is told which networks there are, and which of them new rooms use', async () => {
  const answer = await fetch(`${server.url}/api/networks`);
  const { inUse, networks } = networksSchema.parse(await answer.json());
  expect(inUse).toBe(studio.a.room!.setup.settings.network);
  expect(networks).toEqual(studio.a.networks);
});
