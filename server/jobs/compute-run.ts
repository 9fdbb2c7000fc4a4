import { setImmediate } from 'node:timers/promises';
import { encodePng } from '../images/encode';
import { toPlanar } from '../images/planar';
import type { Settings } from '../protocol/settings';
import type { Engine } from '../style/engine';
import type { PlanarImage } from '../style/image';
import { atFullSize, stylize, type Iterate, type StylizeInput } from '../style/stylize';
import { makingOf } from './making';
import type { RunReport } from './messages';
import type { RunControl } from './run-control';
import type { JobStart, RunJob, RunOutcome } from './run-queue';
import { RunReporter } from './run-reporter';
import { Stopwatch } from './stopwatch';
import { blendOf, toStyleSettings } from './style-settings';
import type { WarmNetwork } from './warm-network';

export interface RunEnvironment {
  readonly engine: Engine;
  readonly network: WarmNetwork;
  /** Resolves once the report has left the process. */
  report(report: RunReport): Promise<void>;
  log(message: string, details: Record<string, unknown>): Promise<void>;
  /** A monotonic clock, in milliseconds. */
  now(): number;
}

/** What a run is computed with: changes as it is steered. */
interface Course {
  settings: Settings;
  steered: boolean;
}

/**
 * Computes a run and reports it, up to its last report unless that is a failure.
 *
 * @throws AppError where the weights or a picture cannot be used
 * @throws StyleError where pictures and settings do not make an objective
 */
export async function computeRun(
  job: RunJob,
  control: RunControl,
  environment: RunEnvironment,
): Promise<void> {
  const { engine, network, report, log, now } = environment;
  const opened = await network.open(job.settings.network);
  await yieldToCommands();
  if (control.stopped) {
    await report({ type: 'stopped', outcome: null });
    return;
  }
  await report({
    type: 'started',
    engine: `${engine.name} (${engine.device})`,
    networkChecksum: opened.checksum,
  });

  // Together with the curve's seconds it says when each iterate came to be; the benchmark reads it.
  await log('a run begins', { runId: job.runId, at: Date.now() });

  const first = job.start?.iteration ?? 0;
  const stopwatch = new Stopwatch(job.start?.seconds ?? 0, now);
  const reporter = new RunReporter(report, now);
  const course: Course = { settings: job.settings, steered: false };
  let last: Iterate | undefined;
  for await (const iterate of stylize(await inputOf(job, control, course, environment))) {
    last = iterate;
    const isNew = job.start === null || iterate.iteration > first;
    await reporter.iterate(iterate, stopwatch.seconds, isNew);
    await yieldToCommands();
    if (control.paused) {
      stopwatch.pause();
      await pause(control, reporter, report);
      stopwatch.resume();
    }
    if (control.stopped) break;
  }

  await reporter.flush();
  if (last === undefined || last.iteration === first) {
    await report({ type: 'stopped', outcome: null });
    return;
  }
  const picture = atFullSize(last);
  await reporter.showLast(picture, last.iteration);
  const metadata = makingOf({
    ...course,
    styleBlend: blendOf(course.settings, styleIdsOf(job)),
    network: opened,
    engine,
    iterations: last.iteration,
    continuedFrom: job.start?.iteration ?? null,
  });
  const { bytes: png } = await encodePng(picture, { metadata });
  const outcome: RunOutcome = {
    width: picture.width,
    height: picture.height,
    png,
    checkpoint: littleEndian(picture.data),
    progress: { ...reporter.progress(last), remainingSeconds: 0 },
    evaluations: last.evaluations,
  };
  // A stop that came with the last iteration has nothing left to cut short.
  const isWhole = last.iteration >= last.totalIterations;
  await report({ type: isWhole ? 'finished' : 'stopped', outcome });
}

async function inputOf(
  job: RunJob,
  control: RunControl,
  course: Course,
  environment: RunEnvironment,
): Promise<StylizeInput> {
  const styleIds = styleIdsOf(job);
  const { size } = job.settings;
  const styles: PlanarImage[] = [];
  // One after another: decoding several large pictures at once takes the memory of all of them.
  for (const { bytes, crop } of job.styles) styles.push(await toPlanar(bytes, { crop, maxSide: 2 * size }));
  const content = await toPlanar(job.content.bytes, { crop: job.content.crop, maxSide: size });
  // What was steered while the network was loading counts from the start.
  course.settings = control.takeSettings() ?? job.settings;
  return {
    load: (pooling) => environment.network.borrow(pooling),
    content,
    styles,
    settings: toStyleSettings(course.settings, styleIds),
    start: job.start === null ? undefined : { pixels: pixelsOf(job.start), iteration: job.start.iteration },
    steer: () => {
      const settings = control.takeSettings();
      if (settings === undefined) return undefined;
      course.settings = settings;
      course.steered = true;
      return toStyleSettings(settings, styleIds);
    },
    now: environment.now,
  };
}

function styleIdsOf(job: RunJob): string[] {
  return job.styles.map((style) => style.imageId);
}

/** Shows where the run stands and waits, without computing, until it is resumed or stopped. */
async function pause(
  control: RunControl,
  reporter: RunReporter,
  report: (report: RunReport) => Promise<void>,
): Promise<void> {
  await reporter.flush();
  await reporter.show();
  await report({ type: 'paused' });
  await control.untilResumed();
  if (!control.stopped) await report({ type: 'resumed' });
}

/**
 * Lets the messages in that came while the evaluation blocked the process: the first turn of the event loop reads them,
 * the second one has them handled.
 */
async function yieldToCommands(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

function pixelsOf({ pixels, width, height }: JobStart): PlanarImage {
  // Copied: float32 needs an aligned buffer, and what came over the channel may lie anywhere.
  const bytes = Uint8Array.from(pixels);
  return { width, height, data: new Float32Array(bytes.buffer) };
}

/** Every machine that Node runs on stores floats like that. */
function littleEndian(data: Float32Array): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
