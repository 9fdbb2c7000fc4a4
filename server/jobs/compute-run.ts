import { setImmediate } from 'node:timers/promises';
import type { Engine } from '../style/engine';
import { atFullSize, stylize, type Iterate, type StylizeInput, type StylizeStart } from '../style/stylize';
import { Adviser } from './advice/adviser';
import { Course } from './course';
import type { RunSample } from './forecast/samples';
import { FullSizeSeconds } from './full-size-seconds';
import { readPictures, type JobPictures } from './job-pictures';
import type { MemoryGauge } from './memory-gauge';
import type { RunReport } from './messages';
import { MomentKeeper } from './moment-keeper';
import type { RunControl } from './run-control';
import { isResumed } from './own-start';
import { outcomeOf } from './run-outcome';
import type { ForecastRequest, JobStart, RunJob } from './run-queue';
import { RunReporter } from './run-reporter';
import { Stopwatch } from './stopwatch';
import { blendOf } from './style-settings';
import type { WarmNetwork } from './warm-network';

export interface RunEnvironment {
  readonly engine: Engine;
  readonly network: WarmNetwork;
  readonly memory: MemoryGauge;
  /** The largest size that the machine can take, in pixels of the long side. */
  largestSize(request: ForecastRequest): number;
  /** Resolves once the report has left the process. */
  report(report: RunReport): Promise<void>;
  /** Resolves once it has left the process. */
  measured(sample: RunSample): Promise<void>;
  log(message: string, details: Record<string, unknown>): Promise<void>;
  /** A monotonic clock, in milliseconds. */
  now(): number;
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
  const { engine, network, memory, report, log, now } = environment;
  const opened = await network.open(job.settings.network);
  await yieldToCommands();
  // One that goes on from a state of its own has a picture to leave, even if it is stopped at once.
  const hasPicture = isResumed(job);
  if (control.suspended || (control.stopped && !hasPicture)) {
    await report(control.suspended ? { type: 'suspended' } : { type: 'stopped', outcome: null });
    return;
  }
  const engineName = `${engine.name} (${engine.device})`;
  await report({ type: 'started', engine: engineName, networkChecksum: opened.checksum });

  // Together with the curve's seconds it says when each iterate came to be; the benchmark reads it.
  await log('a run begins', { runId: job.runId, at: Date.now() });

  const first = job.start?.iteration ?? 0;
  const stopwatch = new Stopwatch(job.start?.seconds ?? 0, now);
  const reporter = new RunReporter(report, job.settings.scaleFactor, now);
  const moments = new MomentKeeper({ report, flushCurve: () => reporter.flush(), now });
  memory.begin();
  const pictures = await readPictures(job);
  // What was steered while the network was loading counts from the start.
  const course = new Course(control.takeSettings() ?? job.settings, styleIdsOf(job), job.past.steered);
  const request = (): ForecastRequest => ({
    settings: course.settings,
    content: pictures.contentSize,
    styles: pictures.styleSizes,
  });
  const adviser = new Adviser({
    ...pictures,
    blendOf: (settings) => blendOf(settings, styleIdsOf(job)),
    largestSize: () =>
      Math.min(
        Math.max(pictures.contentSize.width, pictures.contentSize.height),
        environment.largestSize(request()),
      ),
  });
  const fullSizeSeconds = new FullSizeSeconds();
  const advise = async (iterate: Iterate, end: 'none' | 'whole' | 'converged' | 'stopped'): Promise<void> => {
    const advice = adviser.advise(iterate, course.settings, end);
    if (advice !== undefined) await report({ type: 'advice', advice });
  };
  let last: Iterate | undefined;
  try {
    for await (const iterate of stylize(inputOf(job, pictures, control, course, environment))) {
      last = iterate;
      memory.sample();
      fullSizeSeconds.add(iterate);
      const isNew = job.start === null || iterate.iteration > first;
      await reporter.iterate(iterate, stopwatch.seconds, isNew);
      if (isNew) await moments.iterate(iterate, course.settings);
      adviser.observe(iterate, course.takeChange());
      if (adviser.isDue(iterate)) await advise(iterate, 'none');
      await yieldToCommands();
      if (control.paused) {
        stopwatch.pause();
        await pause(control, { reporter, moments, report });
        stopwatch.resume();
      }
      if (control.ended) break;
    }
  } finally {
    // Of a run that fails, too: these are moments that it had come to.
    await reporter.flush();
    await moments.settle();
  }

  // A stop or a suspension that came with the last iteration has nothing left to cut short.
  const isWhole = last !== undefined && (last.iteration >= last.totalIterations || last.converged);
  if (control.suspended && !isWhole) {
    if (last !== undefined && last.iteration > first) await moments.checkpoint(last, course.settings);
    await report({ type: 'suspended' });
    return;
  }
  if (last === undefined || (last.iteration === first && !hasPicture)) {
    await report({ type: 'stopped', outcome: null });
    return;
  }
  await advise(last, last.converged ? 'converged' : isWhole ? 'whole' : 'stopped');
  await moments.last(last);
  const picture = atFullSize(last);
  await reporter.showLast(picture, last.iteration);
  const outcome = await outcomeOf({ job, last, picture, course, network: opened, engine, reporter });
  // What was steered says nothing of the settings as they are at the end, nor does a run that never was at its full size.
  if (isWhole && !course.steered) {
    await environment.measured({
      engine: engineName,
      ...request(),
      styles: [...pictures.styleSizes],
      secondsPerIteration: fullSizeSeconds.mean,
      peakBytes: memory.growth,
    });
  }
  await report({ type: isWhole ? 'finished' : 'stopped', outcome });
}

function inputOf(
  job: RunJob,
  { content, styles, initial, start: pixels }: JobPictures,
  control: RunControl,
  course: Course,
  environment: RunEnvironment,
): StylizeInput {
  return {
    load: (options) => environment.network.borrow(options),
    content,
    styles,
    settings: course.styleSettings,
    initial,
    start: pixels && job.start ? { ...placeOf(job.start), pixels } : undefined,
    steer: () => {
      const settings = control.takeSettings();
      return settings === undefined ? undefined : course.steer(settings);
    },
    now: environment.now,
  };
}

function placeOf({ iteration, scale }: JobStart): Omit<StylizeStart, 'pixels'> {
  return { iteration, scale: scale ?? undefined };
}

function styleIdsOf(job: RunJob): string[] {
  return job.styles.map((style) => style.imageId);
}

interface Reporting {
  readonly reporter: RunReporter;
  readonly moments: MomentKeeper;
  report(report: RunReport): Promise<void>;
}

/** Shows where the run stands and waits, without computing, until it is resumed or ends. */
async function pause(control: RunControl, { reporter, moments, report }: Reporting): Promise<void> {
  await reporter.flush();
  await moments.settle();
  await reporter.show();
  await report({ type: 'paused' });
  await control.untilResumed();
  if (!control.ended) await report({ type: 'resumed' });
}

/**
 * Lets the messages in that came while the evaluation blocked the process: the first turn of the event loop reads them,
 * the second one has them handled.
 */
async function yieldToCommands(): Promise<void> {
  await setImmediate();
  await setImmediate();
}
