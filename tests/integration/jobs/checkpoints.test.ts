import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ComputeProcess } from '../../../server/jobs/compute-process';
import type { RunReport } from '../../../server/jobs/messages';
import type { JobPicture, JobStart } from '../../../server/jobs/run-queue';
import { createLogger } from '../../../server/logger';
import type { CurvePoint } from '../../../server/protocol/curves';
import { isKeyframe } from '../../../server/protocol/keyframes';
import type { Settings } from '../../../server/protocol/settings';
import { scenePicture, strokesPicture } from '../../support/pictures';
import { makeJob, Recorder, type ReportRecorder } from '../../support/run-jobs';

const root = join(import.meta.dirname, '../../..');

let compute: ComputeProcess;
let epoch = 0;
let reports: ReportRecorder;
let content: JobPicture;
let style: JobPicture;

beforeAll(async () => {
  compute = new ComputeProcess(
    {
      entry: join(root, 'server/jobs/compute.ts'),
      execArgv: ['--import', 'tsx'],
      config: { packageDir: root, modelsDirs: [], engine: 'onnx' },
      env: {},
      logger: createLogger('error'),
    },
    {
      onReady: () => undefined,
      onMeasured: () => undefined,
      onEnd: () => undefined,
      onReport: (of, report) => of === epoch && reports.add(report),
    },
  );
  content = await scenePicture(160, 120);
  style = await strokesPicture(140, 140);
});

afterAll(() => compute.close(5_000));

/** Two scales: 68×51 and 96×72 px. */
const TWO_SCALES = { size: 96, scaleFactor: 'sqrt2', smallestScale: 64, tolerance: 0 } as const;

/** Starts a run. @returns what the process says of it */
function start(settings: Partial<Settings>, from: JobStart | null = null): ReportRecorder {
  epoch += 1;
  reports = new Recorder<RunReport>();
  const job = makeJob({ ...TWO_SCALES, ...settings }, { content, styles: [style], start: from });
  compute.send({ type: 'start', epoch, job });
  return reports;
}

const ask = (type: 'pause' | 'stop' | 'suspend') => compute.send({ type, epoch });
const pointsOf = (run: ReportRecorder): CurvePoint[] => run.all('iterates').flatMap(({ points }) => points);
const keyframesOf = (run: ReportRecorder) => run.all('keyframe').map(({ keyframe }) => keyframe);
const untilKeyframe = (run: ReportRecorder, iteration: number) =>
  run.until(
    `keyframe ${iteration}`,
    (report) => report.type === 'keyframe' && report.keyframe.iteration >= iteration,
  );
const pixelsOf = (png: Uint8Array) => sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
const sizesOf = (points: readonly CurvePoint[]) =>
  points.map(({ iteration, width, height }) => ({ iteration, width, height }));

describe('a run, as it goes', () => {
  it('R52: leaves a picture of every keyframe and of its last iterate, at the size that it had then', async () => {
    const run = start({ iterations: 40 });
    const { outcome } = await run.untilType('finished');
    const points = pointsOf(run);
    const keyframes = keyframesOf(run);
    expect(keyframes.map(({ iteration }) => iteration)).toEqual(
      points
        .map(({ iteration }) => iteration)
        .filter((iteration) => isKeyframe(iteration) || iteration === 40),
    );
    expect(isKeyframe(40)).toBe(false);
    for (const { iteration, width, height, png } of keyframes) {
      const { info } = await pixelsOf(png);
      expect([info.width, info.height]).toEqual([width, height]);
      expect(points[iteration]).toMatchObject({ width, height });
    }
    expect(new Set(keyframes.map(({ width }) => width))).toEqual(new Set([68, 96]));

    const [last, result] = [await pixelsOf(keyframes.at(-1)!.png), await pixelsOf(outcome.png)];
    expect(last.info).toMatchObject({ width: 96, height: 72 });
    expect(last.data.equals(result.data)).toBe(true);
  });

  it('R52: leaves the picture of the iterate at which it was stopped, before it says so', async () => {
    const run = start({ iterations: 2_000, colour: 'luminance' });
    await untilKeyframe(run, 7);
    ask('stop');
    await run.untilType('stopped');
    const stoppedAt = pointsOf(run).at(-1)!;
    expect(keyframesOf(run).at(-1)).toMatchObject({ iteration: stoppedAt.iteration, width: stoppedAt.width });
    expect(run.items.at(-1)!.type).toBe('stopped');
  });
});

describe('a run that is suspended', () => {
  it('R52: goes on from the state that it leaves, in another submission, as it would have gone on itself', async () => {
    const iterations = 200;
    const whole = start({ iterations });
    const { outcome: expected } = await whole.untilType('finished', 60_000);
    const wholeCurve = pointsOf(whole);

    const before = start({ iterations });
    await untilKeyframe(before, 5);
    ask('suspend');
    await before.untilType('suspended');
    const { checkpoint } = before.all('checkpoint').at(-1)!;
    expect(before.types().slice(-2)).toEqual(['checkpoint', 'suspended']);
    const { width, height } = wholeCurve[checkpoint.iteration]!;
    expect(checkpoint).toMatchObject({
      scale: width === 68 ? 0 : 1,
      width,
      height,
      settings: { iterations },
    });
    expect(checkpoint.picture.byteLength).toBe(4 * 3 * width * height);
    const lastBefore = pointsOf(before).at(-1)!;
    expect(checkpoint.iteration).toBe(lastBefore.iteration);

    const { settings: _settings, ...state } = checkpoint;
    const after = start({ iterations }, { ...state, format: 'float32', seconds: lastBefore.seconds });
    const { outcome } = await after.untilType('finished', 60_000);
    const curve = [...pointsOf(before), ...pointsOf(after)];
    expect(sizesOf(curve)).toEqual(sizesOf(wholeCurve));
    const ratio = curve.at(-1)!.total / wholeCurve.at(-1)!.total;
    expect(ratio).toBeGreaterThan(0.95);
    expect(ratio).toBeLessThan(1.05);
    expect(outcome.progress).toEqual(expected.progress);
    expect([outcome.width, outcome.height]).toEqual([96, 72]);
    const iterationsOf = (run: ReportRecorder) => keyframesOf(run).map(({ iteration }) => iteration);
    expect([...iterationsOf(before), ...iterationsOf(after)]).toEqual(iterationsOf(whole));
  });

  it('leaves its state also while it is paused', async () => {
    const run = start({ iterations: 2_000 });
    await untilKeyframe(run, 3);
    ask('pause');
    await run.untilType('paused');
    ask('suspend');
    await run.untilType('suspended');
    const { checkpoint } = run.all('checkpoint')[0]!;
    expect(checkpoint.iteration).toBe(pointsOf(run).at(-1)!.iteration);
    expect(run.types().slice(-3)).toEqual(['paused', 'checkpoint', 'suspended']);
  });
});
