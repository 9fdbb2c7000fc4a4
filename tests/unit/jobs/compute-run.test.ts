import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOnnxEngine } from '../../../server/engines/onnx/engine';
import { computeRun } from '../../../server/jobs/compute-run';
import { MemoryGauge } from '../../../server/jobs/memory-gauge';
import type { RunReport } from '../../../server/jobs/messages';
import { RunControl } from '../../../server/jobs/run-control';
import type { JobPicture, JobStart, RunCheckpoint } from '../../../server/jobs/run-queue';
import { WarmNetwork } from '../../../server/jobs/warm-network';
import type { ModelLibrary } from '../../../server/models/library';
import type { Settings } from '../../../server/protocol/settings';
import { scenePicture, strokesPicture } from '../../support/pictures';
import { randomNetwork } from '../../support/random-network';
import { makeJob } from '../../support/run-jobs';

const engine = openOnnxEngine({ threads: 1 });
afterAll(() => engine.dispose());

const library = {
  list: () => [],
  open: async () => ({ network: randomNetwork(), variant: 'random', checksum: 'sha256:00' }),
} as unknown as ModelLibrary;

let content: JobPicture;
let style: JobPicture;
beforeAll(async () => {
  content = await scenePicture(64, 64);
  style = await strokesPicture(64, 64);
});

interface Course {
  readonly settings?: Partial<Settings>;
  readonly start?: JobStart;
  readonly control?: RunControl;
  /** Hears every report before the run goes on. */
  onReport?(report: RunReport): void;
  now?(): number;
}

/** Computes a run of 64 px on a tiny network. @returns what it reports */
async function compute(course: Course): Promise<RunReport[]> {
  const reports: RunReport[] = [];
  let time = 0;
  await computeRun(
    makeJob(
      {
        size: 64,
        iterations: 3,
        contentLayers: { block2_conv1: 1 },
        styleLayers: { block1_conv1: 1 },
        ...course.settings,
      },
      { content, styles: [style], start: course.start ?? null },
    ),
    course.control ?? new RunControl(),
    {
      engine,
      network: new WarmNetwork(engine, library),
      memory: new MemoryGauge(),
      largestSize: () => 2048,
      measured: async () => undefined,
      async report(report) {
        reports.push(report);
        course.onReport?.(report);
      },
      log: async () => undefined,
      now: course.now ?? (() => (time += 1)),
    },
  );
  return reports;
}

const typesOf = (reports: readonly RunReport[]) => reports.map(({ type }) => type);
const pointsOf = (reports: readonly RunReport[]) =>
  reports.flatMap((report) => (report.type === 'iterates' ? report.points : []));
const checkpointsOf = (reports: readonly RunReport[]) =>
  reports.flatMap((report) => (report.type === 'checkpoint' ? report.checkpoint : []));
const keyframesOf = (reports: readonly RunReport[]) =>
  reports.flatMap((report) => (report.type === 'keyframe' ? report.keyframe : []));

function startFrom({ picture, iteration, scale, width, height }: RunCheckpoint): JobStart {
  return { picture, format: 'float32', width, height, iteration, scale, seconds: 1 };
}

/** Lets the run have come to this iteration, and then asks something of it. */
function atIteration(iteration: number, ask: () => void): (report: RunReport) => void {
  return (report) => {
    if (report.type === 'keyframe' && report.keyframe.iteration === iteration) ask();
  };
}

it('counts no time while it is paused', async () => {
  let time = 0;
  const control = new RunControl();
  control.pause();
  const reports = await compute({
    control,
    now: () => (time += 1),
    onReport({ type }) {
      if (type !== 'paused') return;
      time += 3_600_000;
      control.resume();
    },
  });
  const types = typesOf(reports);
  expect(types.indexOf('paused')).toBeGreaterThan(0);
  expect(types.indexOf('resumed')).toBeGreaterThan(types.indexOf('paused'));
  const points = pointsOf(reports);
  expect(points.map(({ iteration }) => iteration)).toEqual([0, 1, 2, 3]);
  // As many milliseconds as the clock was looked at, and not the hour.
  expect(points.at(-1)!.seconds).toBeLessThan(1);
});

describe('a run that is suspended', () => {
  it('leaves the state of its latest iterate, and ends', async () => {
    const control = new RunControl();
    const reports = await compute({
      settings: { iterations: 200 },
      control,
      onReport: atIteration(4, () => control.suspend()),
    });
    expect(typesOf(reports).slice(-2)).toEqual(['checkpoint', 'suspended']);
    const [checkpoint] = checkpointsOf(reports);
    expect(checkpoint!.iteration).toBeGreaterThanOrEqual(4);
    expect(checkpoint!.iteration).toBe(pointsOf(reports).at(-1)!.iteration);
    expect(keyframesOf(reports).map(({ iteration }) => iteration)).toContain(4);
  });

  it('does so while it is paused, too, and is not resumed', async () => {
    const control = new RunControl();
    const reports = await compute({
      settings: { iterations: 200 },
      control,
      onReport(report) {
        atIteration(4, () => control.pause())(report);
        if (report.type === 'paused') control.suspend();
      },
    });
    const types = typesOf(reports);
    expect(types.slice(types.indexOf('paused'))).toEqual(['paused', 'checkpoint', 'suspended']);
  });

  it('leaves no state before its first iteration: it begins afresh', async () => {
    const early = new RunControl();
    early.suspend();
    expect(typesOf(await compute({ control: early }))).toEqual(['suspended']);
    const late = new RunControl();
    const reports = await compute({
      control: late,
      onReport: ({ type }) => type === 'iterates' && late.suspend(),
    });
    expect(pointsOf(reports).map(({ iteration }) => iteration)).toEqual([0]);
    expect(checkpointsOf(reports)).toEqual([]);
    expect(reports.at(-1)!.type).toBe('suspended');
  });

  it('is finished where it has come to its end', async () => {
    const control = new RunControl();
    const reports = await compute({ control, onReport: atIteration(3, () => control.suspend()) });
    expect(reports.at(-1)!.type).toBe('finished');
    expect(checkpointsOf(reports)).toEqual([]);
  });

  it('is stopped where it was to stop as well', async () => {
    const control = new RunControl();
    const reports = await compute({
      settings: { iterations: 200 },
      control,
      onReport: atIteration(4, () => {
        control.suspend();
        control.stop();
      }),
    });
    expect(reports.at(-1)).toMatchObject({ type: 'stopped', outcome: { width: 64 } });
  });
});

describe('a run that goes on from a state of its own', () => {
  /** The state at an iteration of a run of 200. */
  async function stateAt(iteration: number): Promise<RunCheckpoint> {
    const control = new RunControl();
    const reports = await compute({
      settings: { iterations: 200 },
      control,
      onReport: atIteration(iteration, () => control.suspend()),
    });
    return checkpointsOf(reports)[0]!;
  }

  it('leaves no picture that it had left before, and those of the iterations that are new', async () => {
    const state = await stateAt(7);
    const reports = await compute({
      settings: { iterations: 12 },
      start: startFrom({ ...state, iteration: 7 }),
    });
    expect(pointsOf(reports).map(({ iteration }) => iteration)).toEqual([8, 9, 10, 11, 12]);
    expect(keyframesOf(reports).map(({ iteration }) => iteration)).toEqual([9, 11, 12]);
  });

  it('that is stopped at once leaves the picture of that state', async () => {
    const state = await stateAt(4);
    const control = new RunControl();
    control.stop();
    const reports = await compute({ settings: { iterations: 200 }, start: startFrom(state), control });
    const last = reports.at(-1)!;
    if (last.type !== 'stopped' || last.outcome === null) throw new Error(`it ended with ${last.type}`);
    expect(last.outcome.progress.iteration).toBe(state.iteration);
    expect(Buffer.from(last.outcome.checkpoint).equals(state.picture)).toBe(true);
  });

  it('that has come to the end which it was given meanwhile is finished, with the picture of that state', async () => {
    const state = await stateAt(4);
    const reports = await compute({ settings: { iterations: 3 }, start: startFrom(state) });
    const last = reports.at(-1)!;
    if (last.type !== 'finished') throw new Error(`it ended with ${last.type}`);
    expect(last.outcome.progress).toMatchObject({
      iteration: state.iteration,
      totalIterations: state.iteration,
    });
    expect(Buffer.from(last.outcome.checkpoint).equals(state.picture)).toBe(true);
  });
});

it('leaves the pictures of its moments although it fails', async () => {
  const control = new RunControl();
  const reports: RunReport[] = [];
  const failing = compute({
    settings: { iterations: 200 },
    control,
    onReport(report) {
      reports.push(report);
      atIteration(4, () =>
        control.steer({
          ...makeJob({ size: 64, iterations: 200, styleLayers: { nowhere: 1 } }).settings,
          contentLayers: { block2_conv1: 1 },
        }),
      )(report);
    },
  });
  await expect(failing).rejects.toMatchObject({ code: 'unknown-tap' });
  expect(keyframesOf(reports).map(({ iteration }) => iteration)).toEqual(
    expect.arrayContaining([0, 1, 2, 3, 4]),
  );
  const points = pointsOf(reports).map(({ iteration }) => iteration);
  expect(points).toEqual(points.map((_, index) => index));
});
