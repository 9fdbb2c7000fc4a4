import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LocalRunQueue } from '../../../server/jobs/local-run-queue';
import type { JobPicture, RunEvent, RunJob, RunOutcome } from '../../../server/jobs/run-queue';
import type { ComputeSupervisor } from '../../../server/jobs/supervisor';
import { createLogger } from '../../../server/logger';
import type { CurvePoint } from '../../../server/protocol/curves';
import type { Settings } from '../../../server/protocol/settings';
import { startCompute } from '../../support/compute';
import { scenePicture, strokesPicture } from '../../support/pictures';
import { makeJob, recordRun, Recorder } from '../../support/run-jobs';

const logger = createLogger('error');
let compute: ComputeSupervisor;
let queue: LocalRunQueue;
let content: JobPicture;
let style: JobPicture;

beforeAll(async () => {
  compute = startCompute(logger);
  queue = new LocalRunQueue(compute, logger);
  content = await scenePicture(160, 120);
  style = await strokesPicture(140, 140);
});

afterAll(() => queue.close(5_000));

function job(settings: Partial<Settings>, more: Partial<RunJob> = {}): RunJob {
  return { ...makeJob({ size: 64, iterations: 8, ...settings }, { content, styles: [style] }), ...more };
}

function submit(settings: Partial<Settings>, more: Partial<RunJob> = {}) {
  const submitted = job(settings, more);
  const events = recordRun(queue, submitted.runId);
  queue.submit(submitted);
  return { runId: submitted.runId, settings: submitted.settings, events };
}

const pointsOf = (events: Recorder<RunEvent>): CurvePoint[] =>
  events.all('iterates').flatMap((event) => [...event.points]);
const atIteration = (events: Recorder<RunEvent>, iteration: number) =>
  events.until(`iteration ${iteration}`, () =>
    pointsOf(events).some((point) => point.iteration >= iteration),
  );
/** What a result's file says of its making. */
async function makingOf(png: Uint8Array): Promise<unknown> {
  const { exif } = await sharp(png).metadata();
  return JSON.parse(/\{"settings".*\}/.exec(exif!.toString('latin1'))![0]);
}
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** Resident memory of a process, in MB; Linux only. */
const residentMb = (pid: number) =>
  Number(/^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
const untilOver = async (events: Recorder<RunEvent>) => {
  await events.until(
    'end',
    ({ type }) => type === 'finished' || type === 'stopped' || type === 'failed',
    50_000,
  );
  return events.items.at(-1)!;
};

async function outcomeOf(settings: Partial<Settings>): Promise<RunOutcome> {
  const { events } = submit(settings);
  return (await events.untilType('finished')).outcome;
}

describe('the compute process', () => {
  it('paints a picture and tells of every iterate on the way', async () => {
    const { events } = submit({ size: 128, iterations: 12 });
    const { outcome } = await events.untilType('finished');

    expect(events.types().slice(0, 2)).toEqual(['queued', 'started']);
    expect(events.all('started')[0]).toMatchObject({
      engine: 'onnx (cpu)',
      networkChecksum: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });

    const points = pointsOf(events);
    expect(points.map((point) => point.iteration)).toEqual(Array.from({ length: 13 }, (_, index) => index));
    for (const { total, content: ofContent, style: ofStyle, tv } of points) {
      expect(total).toBeCloseTo(ofContent + ofStyle + tv, 5);
    }
    expect(points.at(-1)!.total).toBeLessThan(points[0].total * 0.9);
    expect(points.at(-1)!.style).toBeLessThan(points[0].style * 0.8);
    expect(points.map((point) => point.seconds)).toEqual(
      points.map((point) => point.seconds).sort((a, b) => a - b),
    );
    expect(points.at(-1)).toMatchObject({ width: 128, height: 96 });

    const progress = events.all('iterates').at(-1)!.progress;
    expect(progress).toMatchObject({ iteration: 12, totalIterations: 12, remainingSeconds: 0 });

    expect(await sharp(outcome.png).metadata()).toMatchObject({ format: 'png', width: 128, height: 96 });
    expect(outcome).toMatchObject({ width: 128, height: 96 });
    expect(outcome.checkpoint.byteLength).toBe(3 * 96 * 128 * 4);
    expect(outcome.evaluations).toBeGreaterThanOrEqual(13);
  });

  it('sends frames: the first at once, the last one of the outcome, before the end', async () => {
    const { events } = submit({ size: 128, iterations: 12 });
    await events.untilType('finished');
    const frames = events.all('frame').map((event) => event.frame);
    expect(frames[0]).toMatchObject({ iteration: 0, final: false });
    expect(frames.filter((frame) => frame.final)).toHaveLength(1);
    const last = frames.at(-1)!;
    expect(last).toMatchObject({ iteration: 12, final: true, width: 128, height: 96 });
    const decoded = await sharp(last.bytes).metadata();
    expect({ mime: `image/${decoded.format}`, width: decoded.width }).toEqual({
      mime: last.mime,
      width: 128,
    });
    expect(events.types().slice(-2)).toEqual(['frame', 'finished']);
  });

  it('computes the same picture again, bit for bit, and another one from another seed', async () => {
    const first = await outcomeOf({ seed: 1 });
    const second = await outcomeOf({ seed: 1 });
    const third = await outcomeOf({ seed: 2 });
    expect(sha(second.checkpoint)).toBe(sha(first.checkpoint));
    expect(sha(second.png)).toBe(sha(first.png));
    expect(sha(third.checkpoint)).not.toBe(sha(first.checkpoint));
  });

  it('measures the machine after it has loaded a network, and learns from a run what such a run takes', async () => {
    const ask = () =>
      queue.forecast({
        settings: job({ size: 64 }).settings,
        content: { width: 160, height: 120 },
        styles: [{ width: 140, height: 140 }],
      });
    const changes = new Recorder<{ readonly type: 'change' }>();
    const unsubscribe = queue.onForecastChange(() => changes.add({ type: 'change' }));
    compute.warm('compact');
    // An earlier test's run may have brought the measurement already.
    if (ask() === null) await changes.untilType('change');
    const before = ask()!;
    expect(before).toMatchObject({ fits: true, largestSize: expect.any(Number) });
    expect(before.totalSeconds).toBeGreaterThan(before.secondsPerIteration);
    changes.items.length = 0;
    await outcomeOf({ size: 64, iterations: 8 });
    await changes.untilType('change');
    expect(ask()!.secondsPerIteration).not.toBe(before.secondsPerIteration);
    unsubscribe();
  });

  it('tells of every term, and now and then of the shares of the gradient', async () => {
    const { events } = submit({ iterations: 30 });
    await events.untilType('finished');
    const points = pointsOf(events);
    for (const { terms, total } of points) {
      expect(Object.keys(terms)).toContain('style:block1_conv1');
      expect(Object.values(terms).reduce((sum, term) => sum + term, 0)).toBeCloseTo(total, 5);
    }
    const shares = points.flatMap(({ gradientShares }) => gradientShares ?? []);
    expect(shares.length).toBeGreaterThanOrEqual(2);
    expect(shares.length).toBeLessThan(points.length / 2);
    for (const share of shares) expect(share.content + share.style + share.tv).toBeCloseTo(1, 5);
  });

  it('advises more style where the content dominates, and says it once', async () => {
    const { events } = submit({
      iterations: 80,
      initialisation: 'noise',
      contentWeight: 50,
      styleWeight: 0.01,
    });
    await events.untilType('finished');
    const said = events.all('advice').map(({ advice }) => advice);
    expect(said.at(-1)).toContainEqual(
      expect.objectContaining({ code: 'content-dominates', change: { styleWeight: 0.02 } }),
    );
    const texts = said.map((advice) => JSON.stringify(advice));
    for (const [index, text] of texts.entries()) expect(text).not.toBe(texts[index - 1]);
  });

  it('reports a run that stops by itself as finished, and says so', async () => {
    const { events } = submit({ iterations: 400, tolerance: 0.1, scaleFactor: 'off' });
    const { outcome } = await events.untilType('finished', 60_000);
    expect(outcome.converged).toBe(true);
    expect(outcome.progress.iteration).toBeLessThan(400);
    expect(outcome.progress.totalIterations).toBe(outcome.progress.iteration);
    expect(await makingOf(outcome.png)).toMatchObject({ converged: true });
  });

  it('starts from the picture that is chosen', async () => {
    const initial = await strokesPicture(90, 50);
    const first = async (more: Partial<Settings>) => {
      const { events } = submit({ iterations: 1, ...more }, { initial });
      await events.untilType('finished');
      return pointsOf(events)[0]!;
    };
    const fromContent = await first({ initialisation: 'content' });
    const fromImage = await first({ initialisation: 'image' });
    expect(fromContent.content).toBeCloseTo(0, 6);
    expect(fromImage.content).toBeGreaterThan(0.01);
  });

  it('keeps the colours of the content in what it shows, and goes on from what it optimised', async () => {
    const { events } = submit({ iterations: 6, colour: 'luminance' });
    const { outcome } = await events.untilType('finished');
    const shown = await sharp(outcome.png).removeAlpha().raw().toBuffer();
    const raw = new Float32Array(Uint8Array.from(outcome.checkpoint).buffer);
    const pixels = raw.length / 3;
    const difference = raw.reduce(
      (sum, value, index) =>
        sum +
        Math.abs(
          Math.min(1, Math.max(0, value)) * 255 - shown[3 * (index % pixels) + Math.floor(index / pixels)]!,
        ),
      0,
    );
    expect(difference / raw.length).toBeGreaterThan(1);
  });

  it('uses the crop of a picture', async () => {
    const half = { x: 0, y: 0, width: 0.5, height: 1 };
    const { events } = submit({}, { content: { ...content, crop: half } });
    const { outcome } = await events.untilType('finished');
    expect({ width: outcome.width, height: outcome.height }).toEqual({ width: 43, height: 64 });
  });

  it('writes into the picture what it was made with', async () => {
    const second = await strokesPicture(64, 80);
    const { settings, events } = submit(
      { size: 64, iterations: 2, seed: 5, styleBlend: { [second.imageId]: 0.5 } as Settings['styleBlend'] },
      { styles: [style, second] },
    );
    const { outcome } = await events.untilType('finished');
    const { engine, networkChecksum: checksum } = events.all('started')[0]!;
    expect(await makingOf(outcome.png)).toEqual({
      settings: { ...settings, styleBlend: [1, 0.5] },
      network: { variant: expect.any(String), checksum },
      engine,
      iterations: 2,
      converged: false,
      steered: false,
      continuedFrom: null,
      version: 1,
    });
  });

  it('obeys steering at the next iterations', async () => {
    const { runId, settings, events } = submit({ iterations: 400, tvWeight: 0 });
    await atIteration(events, 3);
    queue.steer(runId, { ...settings, tvWeight: 100, iterations: 60 });
    const { outcome } = await events.untilType('finished');
    const points = pointsOf(events);
    const steered = points.findIndex((point) => point.tv > 0);
    expect(steered).toBeGreaterThan(2);
    expect(points.slice(0, steered).every((point) => point.tv === 0)).toBe(true);
    expect(points.slice(steered).every((point) => point.tv > 0)).toBe(true);
    expect(await makingOf(outcome.png)).toMatchObject({ steered: true, settings: { tvWeight: 100 } });
    expect(outcome.progress).toMatchObject({
      iteration: Math.max(60, steered),
      totalIterations: Math.max(60, steered),
    });
  });

  it('takes other layers, another pooling and another blend while it goes on', async () => {
    const second = await strokesPicture(100, 180);
    const { runId, settings, events } = submit({ iterations: 2_000 }, { styles: [style, second] });
    await atIteration(events, 3);
    queue.steer(runId, { ...settings, styleLayers: { block1_conv1: 1, block2_conv2: 2 }, pooling: 'max' });
    const there = pointsOf(events).at(-1)!.iteration;
    await atIteration(events, there + 3);
    queue.steer(runId, { ...settings, styleBlend: { [second.imageId]: 0 } as Settings['styleBlend'] });
    await atIteration(events, there + 8);
    queue.stop(runId);
    expect(await untilOver(events)).toMatchObject({ type: 'stopped', outcome: { width: 64 } });
  });

  it('stands still while it is paused', async () => {
    const { runId, events } = submit({ iterations: 300 });
    await atIteration(events, 3);
    queue.pause(runId);
    await events.untilType('paused');
    const before = events.items.length;
    const last = pointsOf(events).at(-1)!;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(events.items.length).toBe(before);
    // What is on the screen is where the run stands.
    expect(events.all('frame').at(-1)!.frame.iteration).toBe(last.iteration);

    queue.resume(runId);
    await events.untilType('resumed');
    await atIteration(events, last.iteration + 1);
    queue.stop(runId);
    await events.untilType('stopped');
  });

  it('keeps the picture of a stopped run, at full size, and goes on from there', async () => {
    const { runId, settings, events } = submit({ iterations: 2_000, size: 128 });
    await atIteration(events, 4);
    queue.stop(runId);
    const { outcome } = await events.untilType('stopped');
    expect(outcome).toMatchObject({ width: 128, height: 96 });
    const stopped = pointsOf(events).at(-1)!;
    expect(outcome!.progress.iteration).toBe(stopped.iteration);

    const continued = submit(
      { ...settings, iterations: stopped.iteration + 5 },
      {
        start: {
          picture: outcome!.checkpoint,
          format: 'float32',
          scale: null,
          width: outcome!.width,
          height: outcome!.height,
          iteration: stopped.iteration,
          seconds: stopped.seconds,
        },
        past: { steered: true, continuedFrom: stopped.iteration },
      },
    );
    const end = await continued.events.untilType('finished');
    const points = pointsOf(continued.events);
    expect(points.map((point) => point.iteration - stopped.iteration)).toEqual([1, 2, 3, 4, 5]);
    expect(points[0].seconds).toBeGreaterThan(stopped.seconds);
    expect(points[0].total).toBeLessThan(stopped.total * 1.5);
    expect(end.outcome.progress.iteration).toBe(stopped.iteration + 5);
    expect(await makingOf(end.outcome.png)).toMatchObject({
      continuedFrom: stopped.iteration,
      steered: true,
    });
  });

  it('stops a paused run, too', async () => {
    const { runId, events } = submit({ iterations: 300 });
    queue.pause(runId);
    await events.untilType('paused');
    queue.stop(runId);
    await events.untilType('stopped');
    expect(events.types()).not.toContain('resumed');
  });

  it('says what is wrong with a picture, and computes the next run', async () => {
    const oblong = await scenePicture(1_000, 60);
    const { events } = submit({}, { content: oblong });
    const failed = await events.untilType('failed');
    expect(failed.problem.message).toMatch(/at most 8 times/);
    await outcomeOf({ iterations: 1 });
  });

  it('says that a layer is not in the network', async () => {
    const { events } = submit({ styleLayers: { block9_conv9: 1 } });
    expect((await events.untilType('failed')).problem.message).toMatch(/block9_conv9.*other layers/);
  });

  it('fails a run that it does not understand, and computes the next one', async () => {
    const { pid } = compute;
    const { events } = submit({}, { styles: [] });
    const { problem } = await events.untilType('failed');
    expect(problem).toMatchObject({ code: 'run-failed', message: expect.stringMatching(/not understand/) });
    await outcomeOf({ iterations: 1 });
    expect(compute.pid).toBe(pid);
  });

  it('says that the weights are missing', async () => {
    const { events } = submit({ network: 'vgg19' });
    expect((await events.untilType('failed')).problem.code).toBe('network-missing');
  });

  it('holds no memory from run to run, whatever size and pooling they have', async ({ skip }) => {
    skip(
      !existsSync('/proc/self/status'),
      'the memory of another process is read from /proc, which is not here',
    );
    const variants: Partial<Settings>[] = [{ size: 96 }, { size: 64 }, { pooling: 'max' }];
    const round = async () => {
      for (const settings of variants) await outcomeOf({ iterations: 1, ...settings });
    };
    await round();
    await round();
    const before = residentMb(compute.pid!);
    for (let i = 0; i < 3; i += 1) await round();
    // Each round leaves models to be forgotten; where they were kept, this was over 200 MB.
    expect(residentMb(compute.pid!) - before).toBeLessThan(60);
  });

  it('dies without taking the next run along', async () => {
    const { events } = submit({ iterations: 2_000 });
    await atIteration(events, 2);
    process.kill(compute.pid!, 'SIGKILL');
    const left = await events.untilType('interrupted');
    expect(left.problem).toMatchObject({ code: 'run-failed', message: expect.stringMatching(/memory/) });
    expect(events.items.at(-1)).toBe(left);
    await outcomeOf({ iterations: 2 });
  });
});
