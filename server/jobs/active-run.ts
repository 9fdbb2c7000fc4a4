import type { Progress } from '../protocol/curves';
import type { ComputeRun } from './compute-host';
import type { RunReport } from './messages';
import type { Waiting } from './waiting-row';

/** The run that is being computed, and what is known of how far it is. */
export class ActiveRun {
  readonly entry: Waiting;
  readonly run: ComputeRun;
  #progress: { readonly value: Progress; readonly at: number } | undefined;
  #hasBegun = false;
  #isPaused = false;

  constructor(entry: Waiting, run: ComputeRun) {
    this.entry = entry;
    this.run = run;
  }

  /** False while its network is being loaded. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** @param now milliseconds of a monotonic clock */
  heard(report: RunReport, now: number): void {
    if (report.type === 'started') this.#hasBegun = true;
    if (report.type === 'paused') this.#isPaused = true;
    if (report.type === 'resumed') this.#isPaused = false;
    if (report.type === 'iterates') this.#progress = { value: report.progress, at: now };
  }

  /**
   * @param now milliseconds of the same clock
   * @param wholeSeconds that all of it takes; `null` where that is not known
   * @returns seconds until it is over; `null` where that is not known: nobody knows how long a pause takes
   */
  secondsLeft(now: number, wholeSeconds: number | null): number | null {
    if (this.#isPaused) return null;
    if (this.#progress === undefined) return wholeSeconds;
    const { value, at } = this.#progress;
    if (value.remainingSeconds === null) return wholeSeconds;
    return Math.max(0, value.remainingSeconds - (now - at) / 1000);
  }
}
