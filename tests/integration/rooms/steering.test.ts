import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ForecastRequest } from '../../../server/jobs/run-queue';
import type { Forecast } from '../../../server/protocol/forecast';
import { defaultWeights } from '../../../server/protocol/settings';
import { FakeRunQueue, fakeFrame, fakeOutcome } from '../../support/fake-run-queue';
import { strokesPicture } from '../../support/pictures';
import { discardServer, startTestServer, type TestServer } from '../../support/server';
import { openStudio, startFakeRun, type Studio } from '../../support/studio';

const queue = new FakeRunQueue();
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ queue });
});
afterAll(async () => {
  await discardServer(server);
});
afterEach(() => {
  queue.forecasting = () => null;
});

/** Larger style pictures, more memory; up to twice the picture's size fits. */
const byStyleScale = ({ settings: { styleScale } }: ForecastRequest): Forecast => ({
  secondsPerIteration: 1,
  totalSeconds: 300,
  peakBytes: styleScale * 1e9,
  fits: styleScale <= 2,
  largestSize: 300,
});

/** What both see after the next accepted change, which a refused one must not have preceded. */
async function afterTheNextChange({ a, b }: Studio) {
  const answer = await a.command({ type: 'settings:change', patch: { seed: 5 } });
  if (!answer.ok) throw new Error(`refused: ${answer.problem.message}`);
  await Promise.all([a, b].map((seat) => seat.until(({ room }) => room!.setup.settings.seed === 5, 'seed')));
  expect(b.room).toEqual(a.room);
  return { room: b.room!, revision: answer.revision };
}

describe('steering that the run cannot take', () => {
  it('for want of memory is refused to the one who asked, and nothing changes for either', async () => {
    queue.forecasting = byStyleScale;
    const here = await openStudio(server.url);
    const runId = await startFakeRun(here, queue);
    await here.b.until(({ status }) => status === 'running', 'running');
    const { revision } = here.b.room!;
    const refused = await here.b.command({ type: 'settings:change', patch: { styleScale: 4, tvWeight: 3 } });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'too-large', field: 'styleScale' } });
    if (!refused.ok) expect(refused.problem.message).toMatch(/4\.0 GB.*goes on as before.*300 px/);

    const next = await afterTheNextChange(here);
    expect(next.revision).toBe(revision + 1);
    for (const settings of [next.room.setup.settings, next.room.runs[0]!.settings]) {
      expect(settings).toMatchObject({ styleScale: 1, tvWeight: 1 });
    }
    expect(next.room.runs[0]).toMatchObject({ status: { kind: 'running' }, marks: [] });
    expect(queue.calls.some((call) => call.type === 'steer' && call.runId === runId)).toBe(false);

    const smaller = { styleScale: 2, tvWeight: 3 };
    expect(await here.b.command({ type: 'settings:change', patch: smaller })).toMatchObject({ ok: true });
    expect(queue.last('steer')).toMatchObject({ runId, settings: smaller });
  });

  it('because its only style would be off is refused, and removing that picture leaves the run alone', async () => {
    const here = await openStudio(server.url);
    const runId = await startFakeRun(here, queue);
    const other = await here.guest.upload(here.roomId, (await strokesPicture(64, 80)).bytes);
    await here.b.command({ type: 'style:add', imageId: other.id, crop: null });
    const patch = { styleBlend: { [here.style.id]: 0 } };
    expect(await here.a.command({ type: 'settings:change', patch })).toMatchObject({
      ok: false,
      problem: { code: 'invalid', field: 'styleBlend' },
    });
    const { room } = await afterTheNextChange(here);
    expect(room.setup.settings.styleBlend).toEqual({});

    expect(await here.b.command({ type: 'style:remove', imageId: here.style.id })).toMatchObject({
      ok: true,
    });
    await here.a.until(({ room: seen }) => seen!.setup.styles.length === 1, 'one style');
    expect(here.a.room!.runs[0]!.styles.map(({ imageId }) => imageId)).toEqual([here.style.id]);
    expect(queue.calls.some((call) => call.type === 'steer' && call.runId === runId)).toBe(false);
  });
});

describe('a run that goes on in a room with another network', () => {
  it('keeps its weights, for both to see, and takes what does not depend on the network', async () => {
    const here = await openStudio(server.url);
    const runId = await startFakeRun(here, queue);
    queue.emit(runId, { type: 'frame', frame: fakeFrame(10, { final: true }) });
    queue.emit(runId, { type: 'finished', outcome: fakeOutcome() });
    await here.b.until(({ status }) => status === 'finished', 'finished');
    await here.b.command({ type: 'settings:change', patch: { network: 'vgg19' } });
    await here.b.command({ type: 'settings:change', patch: { tvWeight: 7, padding: 'replicate' } });

    expect(await here.a.command({ type: 'run:continue', runId, iterations: 20 })).toMatchObject({ ok: true });
    const expected = { network: 'compact', ...defaultWeights('compact', 'relative'), padding: 'replicate' };
    expect(queue.jobs.get(runId)!.settings).toMatchObject(expected);
    await here.b.until(({ status }) => status === 'queued', 'queued');
    expect(here.b.room!.runs[0]!.settings).toMatchObject(expected);
    expect(here.b.room!.setup.settings).toMatchObject({
      network: 'vgg19',
      contentWeight: defaultWeights('vgg19', 'relative').contentWeight,
      tvWeight: 7,
    });
  });
});
