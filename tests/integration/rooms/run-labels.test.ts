import { afterAll, beforeAll, expect, it } from 'vitest';
import { FakeRunQueue } from '../../support/fake-run-queue';
import { fadePng, finishFakeRun } from '../../support/kept-moments';
import { discardServer, startTestServer, type TestServer } from '../../support/server';
import { openStudio } from '../../support/studio';

let server: TestServer;
const queue = new FakeRunQueue();
beforeAll(async () => {
  server = await startTestServer({ queue });
});
afterAll(() => discardServer(server));

it('R59: one member names a run and stars it; the other sees both at once, and so do who comes later and its file', async () => {
  const studio = await openStudio(server.url);
  const { roomId, owner, a, b } = studio;
  const runId = await finishFakeRun(studio, queue, {
    width: 64,
    height: 48,
    png: await fadePng(64, 48, 0.4),
  });
  expect(await b.command({ type: 'run:rename', runId, name: '  Blaue Stunde – 蓝  ' })).toMatchObject({
    ok: true,
  });
  expect(await b.command({ type: 'run:favourite', runId, favourite: true })).toMatchObject({ ok: true });
  await a.until(
    ({ room }) => room!.runs.some(({ name, favourite }) => name === 'Blaue Stunde – 蓝' && favourite),
    'the other sees the name and the star',
  );
  const later = owner.connect();
  await later.join(roomId);
  expect(later.room!.runs).toEqual(a.room!.runs);
  later.close();

  const file = await owner.request(`/api/rooms/${roomId}/runs/${runId}/result.png`);
  expect(decodeURIComponent(file.headers.get('content-disposition')!)).toContain(
    'atelier-1-Blaue-Stunde-蓝.png',
  );
});
