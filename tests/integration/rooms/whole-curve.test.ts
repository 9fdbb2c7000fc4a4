import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CurvePoint } from '../../../server/protocol/curves';
import { MAX_CURVE_POINTS } from '../../../server/protocol/limits';
import { Person } from '../../support/client';
import { fakeFrame, fakeOutcome, fakePoint, FakeRunQueue } from '../../support/fake-run-queue';
import { discardServer, startTestServer, type TestServer } from '../../support/server';
import { openStudio, startFakeRun } from '../../support/studio';

const LAST = 2 * MAX_CURVE_POINTS + 500;
const queue = new FakeRunQueue();
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ queue });
});
afterAll(async () => {
  await discardServer(server);
});

it('R99: a long curve is sent thinned to be drawn, and whole for a download, while its run goes on and after it', async () => {
  const studio = await openStudio(server.url, 'watch');
  const { a, b, guest, roomId } = studio;
  await a.command({ type: 'settings:change', patch: { iterations: LAST } });
  const runId = await startFakeRun(studio, queue);
  const points = Array.from({ length: LAST + 1 }, (_, iteration) => fakePoint(iteration));
  queue.emit(runId, {
    type: 'iterates',
    points,
    progress: { iteration: LAST, totalIterations: LAST, remainingSeconds: 0 },
  });
  await b.until(({ iterates }) => iterates.length > 0, 'the points');

  const path = `/api/rooms/${roomId}/runs/${runId}`;
  const whole = async () => (await (await guest.request(`${path}/curve`)).json()) as CurvePoint[];
  const { curve } = (await (await guest.request(path)).json()) as { curve: CurvePoint[] };
  expect(curve).toHaveLength(MAX_CURVE_POINTS);
  expect(await whole()).toEqual(points);

  queue.emit(runId, { type: 'frame', frame: fakeFrame(LAST, { final: true }) });
  queue.emit(runId, { type: 'finished', outcome: fakeOutcome() });
  await b.until(({ status }) => status === 'finished', 'the end');
  expect(await whole()).toEqual(points);
  expect((await new Person(server.url).request(`${path}/curve`)).status).toBe(401);
});
