import type { JobStart, RunFrame, RunJob, RunOutcome } from './run-queue';

/** A run that goes on from a state of its own, which nothing else has a picture of. */
export type ResumedJob = RunJob & { readonly start: JobStart };

/** What a run leaves that ends where it would have gone on. */
export interface StartPicture {
  readonly frame: RunFrame;
  readonly outcome: RunOutcome;
}

/** False also for a run that goes on from another's picture, or from its own earlier result: these are kept already. */
export function isResumed(job: RunJob): job is ResumedJob {
  return job.start !== null && job.start.scale !== null;
}
