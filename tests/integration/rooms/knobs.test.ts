import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Advice } from '../../../server/protocol/advice';
import type { Forecast } from '../../../server/protocol/forecast';
import { presetsOf } from '../../../server/protocol/presets';
import type { ForecastRequest } from '../../../server/jobs/run-queue';
import type { Seat } from '../../support/client';
import { FakeRunQueue, fakeFrame, fakeOutcome } from '../../support/fake-run-queue';
import { scenePicture } from '../../support/pictures';
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

const both = ({ a, b }: Studio, holds: (seat: Seat) => boolean, what: string) =>
  Promise.all([a, b].map((seat) => seat.until(holds, what)));

/** More pixels, more of everything; up to 600 px fit. */
const bySize = ({ settings: { size } }: ForecastRequest): Forecast => ({
  secondsPerIteration: size / 1000,
  totalSeconds: size,
  peakBytes: size * 2 ** 20,
  fits: size <= 600,
  largestSize: 600,
});

describe('presets', () => {
  it.each(presetsOf('compact').filter(({ obstacle }) => obstacle === null))(
    '$name reaches the other as one change, and starts a run with its settings',
    async ({ settings }) => {
      const here = await openStudio(server.url);
      const before = here.b.room!.setup.settings;
      const answer = await here.a.command({ type: 'settings:change', patch: settings });
      expect(answer).toMatchObject({ ok: true });
      await here.b.until(({ room }) => room!.revision >= (answer.ok ? answer.revision : 0), 'the change');
      expect(here.b.room!.setup.settings).toEqual({ ...before, ...settings });
      await startFakeRun(here, queue);
      expect([...queue.jobs.values()].at(-1)!.settings).toMatchObject(settings);
    },
  );

  it('one whose layers the network lacks is refused by the layer’s name', async () => {
    const { a } = await openStudio(server.url);
    const { settings } = presetsOf('compact').find(({ id }) => id === 'textbook')!;
    expect(await a.command({ type: 'settings:change', patch: settings })).toMatchObject({
      ok: false,
      problem: { code: 'invalid', field: 'contentLayers' },
    });
  });
});

describe('advice', () => {
  it('reaches both, is taken by an ordinary change of the settings, and is gone then', async () => {
    const here = await openStudio(server.url);
    const runId = await startFakeRun(here, queue);
    const advice: Advice[] = [
      {
        code: 'noise',
        sentence: 'The picture is noisy. More smoothness would calm it.',
        change: { tvWeight: 7 },
      },
      { code: 'more-iterations', sentence: 'It still improves. Let it go on.', change: { iterations: 450 } },
    ];
    queue.emit(runId, { type: 'advice', advice });
    await both(here, ({ room }) => room!.runs[0]!.advice.length === 2, 'the advice');
    expect(here.b.room!.runs[0]!.advice).toEqual(advice);

    const patch = here.b.room!.runs[0]!.advice[0]!.change;
    expect(await here.b.command({ type: 'settings:change', patch })).toMatchObject({ ok: true });
    expect(queue.last('steer')).toMatchObject({ runId, settings: { tvWeight: 7 } });
    await both(here, ({ room }) => room!.runs[0]!.advice.length === 1, 'one is taken');
    for (const { room } of [here.a, here.b]) {
      expect(room!.setup.settings.tvWeight).toBe(7);
      expect(room!.runs[0]!.advice).toEqual([advice[1]]);
    }
  });

  it('stays with a run that has ended, also for those who come later', async () => {
    const here = await openStudio(server.url);
    const runId = await startFakeRun(here, queue);
    const advice: Advice[] = [
      { code: 'more-iterations', sentence: 'It still improves.', change: { iterations: 450 } },
    ];
    queue.emit(runId, { type: 'advice', advice });
    queue.emit(runId, { type: 'frame', frame: fakeFrame(10, { final: true }) });
    queue.emit(runId, { type: 'finished', outcome: fakeOutcome() });
    await both(here, ({ status }) => status === 'finished', 'finished');
    const late = here.guest.connect();
    await late.join(here.roomId);
    expect(late.room!.runs[0]!.advice).toEqual(advice);
  });
});

describe('a run that converges', () => {
  it('is shown to both with the iterations that it made', async () => {
    const here = await openStudio(server.url);
    const runId = await startFakeRun(here, queue);
    queue.emit(runId, { type: 'frame', frame: fakeFrame(120, { final: true }) });
    const progress = { iteration: 120, totalIterations: 300, remainingSeconds: 60 };
    queue.emit(runId, { type: 'finished', outcome: fakeOutcome({ progress, converged: true }) });
    await both(here, ({ status }) => status === 'finished', 'finished');
    for (const { room } of [here.a, here.b]) {
      expect(room!.runs[0]).toMatchObject({
        converged: true,
        progress: { iteration: 120, totalIterations: 120, remainingSeconds: 0 },
      });
    }
  });
});

describe('forecasts', () => {
  it('appear for both once the machine is measured, and change with the size', async () => {
    queue.forecasting = () => null;
    const here = await openStudio(server.url);
    expect(here.b.room!.forecast).toBeNull();
    const { revision } = here.b.room!;

    queue.changeForecasts(bySize);
    await both(here, ({ room }) => room!.forecast !== null, 'the forecast');
    expect(here.a.room!.forecast).toMatchObject({ secondsPerIteration: 0.512, fits: true });
    expect(here.b.room!.forecast).toEqual(here.a.room!.forecast);
    expect(here.b.room!.revision).toBe(revision);

    await here.b.command({ type: 'settings:change', patch: { size: 256 } });
    await both(here, ({ room }) => room!.forecast!.secondsPerIteration === 0.256, 'that of 256 px');
  });

  it('are made for the parts of the pictures that are used, and for none where one is missing', async () => {
    const requests: ForecastRequest[] = [];
    queue.forecasting = (request) => {
      requests.push(request);
      return bySize(request);
    };
    const here = await openStudio(server.url);
    const crop = { x: 0, y: 0.5, width: 0.5, height: 0.25 };
    await here.a.command({ type: 'content:set', imageId: here.content.id, crop });
    expect(requests.at(-1)).toMatchObject({
      content: { width: 40, height: 16 },
      styles: [{ width: 80, height: 64 }],
    });
    await here.a.command({ type: 'style:remove', imageId: here.style.id });
    await here.b.until(({ room }) => room!.forecast === null, 'no forecast');
  });

  it('a run that cannot fit is refused with the largest size that can, and that size starts', async () => {
    queue.forecasting = bySize;
    const here = await openStudio(server.url);
    await here.a.command({ type: 'settings:change', patch: { size: 2048 } });
    const refused = await here.b.command({ type: 'run:start' });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'too-large', field: 'size' } });
    if (!refused.ok) expect(refused.problem.message).toMatch(/2048 px.*2\.1 GB.*600 px/);
    expect(here.a.room!.runs).toEqual([]);

    await here.b.command({ type: 'settings:change', patch: { size: 600 } });
    expect(await here.b.command({ type: 'run:start' })).toMatchObject({ ok: true });
  });
});

describe('the knobs', () => {
  it('that can be steered reach the run; the others wait for the next one', async () => {
    const here = await openStudio(server.url);
    const runId = await startFakeRun(here, queue);
    const steerable = {
      padding: 'replicate',
      pooling: 'scaled-average',
      styleScale: 1.5,
      learningRate: 0.05,
      iterateAveraging: true,
      colour: 'luminance',
      tolerance: 0,
    } as const;
    const fixed = {
      optimiser: 'adam',
      initialisation: 'noise',
      scaleFactor: 'sqrt2',
      smallestScale: 96,
    } as const;
    await here.b.command({ type: 'settings:change', patch: { ...steerable, ...fixed } });
    const { settings } = queue.last('steer')!;
    expect(settings).toMatchObject({ ...steerable, optimiser: 'lbfgs', initialisation: 'content' });
    expect(settings).toMatchObject({ scaleFactor: '2', smallestScale: 128 });
    await here.a.until(({ room }) => room!.runs[0]!.marks.length === 1, 'the mark');
    const changed = here.a.room!.runs[0]!.marks[0]!.changes.map(({ field }) => field);
    expect(changed.toSorted()).toEqual(Object.keys(steerable).toSorted());
    expect(here.a.room!.setup.settings).toMatchObject(fixed);
    expect(queue.last('steer')!.runId).toBe(runId);
  });

  it('the form brings its own weights to the setup and to the run that is going', async () => {
    const here = await openStudio(server.url);
    await startFakeRun(here, queue);
    await here.a.command({ type: 'settings:change', patch: { contentWeight: 9, styleWeight: 9 } });
    await here.b.command({ type: 'settings:change', patch: { form: 'classic', styleWeight: 1e-4 } });
    const expected = { form: 'classic', contentWeight: 1, styleWeight: 1e-4, tvWeight: 0 };
    expect(queue.last('steer')!.settings).toMatchObject(expected);
    await here.a.until(({ room }) => room!.setup.settings.form === 'classic', 'the form');
    expect(here.a.room!.setup.settings).toMatchObject(expected);
  });

  it('a run starts from a given image of the room, and from no other', async () => {
    const here = await openStudio(server.url);
    const { bytes } = await scenePicture(48, 48);
    const start = await here.guest.upload(here.roomId, bytes);
    for (const [patch, code] of [
      [{ initialisation: 'image' }, 'invalid'],
      [{ initialisation: 'image', initialImage: 'f'.repeat(64) }, 'not-found'],
    ] as const) {
      expect(await here.a.rawCommand({ type: 'settings:change', patch })).toMatchObject({
        ok: false,
        problem: { code, field: 'initialImage' },
      });
    }
    await here.b.command({
      type: 'settings:change',
      patch: { initialisation: 'image', initialImage: start.id },
    });
    const runId = await startFakeRun(here, queue);
    const job = queue.jobs.get(runId)!;
    expect(job.initial).toMatchObject({ imageId: start.id, crop: null });
    expect(job.initial!.bytes).toEqual(await storedBytes(here, start.id));
    await here.a.until(({ status }) => status === 'running', 'running');
    expect(here.a.room!.runs[0]!.initial).toEqual({ imageId: start.id, crop: null });
  });
});

async function storedBytes({ owner, roomId }: Studio, imageId: string): Promise<Buffer> {
  const response = await owner.request(`/api/rooms/${roomId}/images/${imageId}`);
  return Buffer.from(await response.arrayBuffer());
}
