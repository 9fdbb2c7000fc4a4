import type { Measurement } from './forecast/samples';
import type { RunReport } from './messages';
import type { RunJob } from './run-queue';
import type { Settings } from '../protocol/settings';

/** A run that has been handed over. Calls after its last report do nothing. */
export interface ComputeRun {
  steer(settings: Settings): void;
  pause(): void;
  resume(): void;
  stop(): void;
  /** Has it leave a checkpoint and end here, to go on elsewhere. */
  suspend(): void;
}

/** What computes runs, one at a time. It may die and come back: a run that it takes along is reported as interrupted. */
export interface ComputeHost {
  /**
   * Hands a run over. `onReport` is never called before this returns, and not again after the last report.
   * @throws Error while another run is going on
   */
  start(job: RunJob, onReport: (report: RunReport) => void): ComputeRun;
  /** Calls `listener` with everything that is measured, from now on. */
  onMeasured(listener: (measurement: Measurement) => void): void;
  /**
   * Ends the process; the run that it is at, if any, is reported as suspended, whether it has left a checkpoint or not.
   * @param timeoutMs after which it is killed
   */
  close(timeoutMs: number): Promise<void>;
}
