import { encodePng } from '../images/encode';
import type { OpenedNetwork } from '../models/library';
import type { Engine } from '../style/engine';
import type { PlanarImage } from '../style/image';
import { rawAtFullSize, type Iterate } from '../style/stylize';
import { toCheckpoint } from './checkpoint';
import type { Course } from './course';
import { makingOf } from './making';
import type { RunJob, RunOutcome } from './run-queue';
import type { RunReporter } from './run-reporter';
import { blendOf } from './style-settings';

/** What an outcome is made of. */
export interface EndedRun {
  readonly job: RunJob;
  /** The last iterate. */
  readonly last: Iterate;
  /** What is shown of it, at full size. */
  readonly picture: PlanarImage;
  readonly course: Course;
  readonly network: OpenedNetwork;
  readonly engine: Engine;
  readonly reporter: RunReporter;
}

/** What a run leaves, whole or stopped early: its picture, with what it was made with, and what it can go on from. */
export async function outcomeOf(run: EndedRun): Promise<RunOutcome> {
  const { job, last, picture, course, network, engine, reporter } = run;
  const { settings, steered } = course;
  const styleIds = job.styles.map((style) => style.imageId);
  const metadata = makingOf({
    settings,
    steered,
    styleBlend: blendOf(settings, styleIds),
    network,
    engine,
    iterations: last.iteration,
    converged: last.converged,
    continuedFrom: job.past.continuedFrom,
  });
  const { bytes: png } = await encodePng(picture, { metadata });
  return {
    width: picture.width,
    height: picture.height,
    png,
    checkpoint: toCheckpoint(rawAtFullSize(last)),
    progress: { ...reporter.progress(last), remainingSeconds: 0 },
    evaluations: last.evaluations,
    converged: last.converged,
  };
}
