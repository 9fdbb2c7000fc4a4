import { AppError, toProblem } from '../errors';
import type { Logger } from '../logger';
import type { Forecast } from '../protocol/forecast';
import type { RunId } from '../protocol/ids';
import type { Settings } from '../protocol/settings';
import type { ComputeHost, ComputeRun } from './compute-host';
import { Forecaster } from './forecast/forecaster';
import { usableMemory } from './forecast/machine-memory';
import { isLast, type RunReport } from './messages';
import { RunEvents } from './run-events';
import type { ForecastRequest, RunEvent, RunJob, RunQueue } from './run-queue';

interface Waiting {
  job: RunJob;
  /** As it was last announced. */
  position: number;
}

interface Active extends Waiting {
  readonly run: ComputeRun;
  started: boolean;
}

/** How long after the last moment for a picture the process may take to end by itself. */
const SHUTDOWN_RESERVE_MS = 500;

/** Computes one run after another on this machine, in the order in which they came. */
export class LocalRunQueue implements RunQueue {
  readonly #compute: ComputeHost;
  readonly #forecaster: Forecaster;
  readonly #events: RunEvents;
  readonly #waiting: Waiting[] = [];
  #active: Active | undefined;
  #closing: Promise<void> | undefined;
  #idle: (() => void) | undefined;

  /** @param memoryBytes what the machine can give to runs, for forecasts */
  constructor(compute: ComputeHost, logger: Logger, memoryBytes = usableMemory()) {
    this.#compute = compute;
    this.#events = new RunEvents(logger);
    this.#forecaster = new Forecaster(memoryBytes);
    compute.onMeasured(({ kind, sample }) => {
      if (kind === 'machine') this.#forecaster.calibrate(sample);
      else this.#forecaster.learn(sample);
    });
  }

  submit(job: RunJob): void {
    if (this.#closing !== undefined) {
      const { roomId, runId } = job;
      this.#events.emit({ roomId, runId, type: 'failed', problem: toProblem(closed()) });
      return;
    }
    this.#waiting.push({ job, position: 0 });
    this.#advance();
  }

  steer(runId: RunId, settings: Settings): void {
    if (this.#active?.job.runId === runId) {
      this.#active.run.steer(settings);
      return;
    }
    const waiting = this.#find(runId);
    if (waiting !== undefined) waiting.job = { ...waiting.job, settings };
  }

  pause(runId: RunId): void {
    if (this.#active?.job.runId === runId) this.#active.run.pause();
  }

  resume(runId: RunId): void {
    if (this.#active?.job.runId === runId) this.#active.run.resume();
  }

  stop(runId: RunId): void {
    if (this.#active?.job.runId === runId) {
      this.#active.run.stop();
      return;
    }
    const waiting = this.#find(runId);
    if (waiting === undefined) return;
    this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
    this.#events.emit({ roomId: waiting.job.roomId, runId, type: 'stopped', outcome: null });
    this.#announcePositions();
  }

  forecast(request: ForecastRequest): Forecast | null {
    return this.#forecaster.forecast(request);
  }

  onForecastChange(listener: () => void): () => void {
    return this.#forecaster.onChange(listener);
  }

  subscribe(listener: (event: RunEvent) => void): () => void {
    return this.#events.subscribe(listener);
  }

  close(timeoutMs: number): Promise<void> {
    this.#closing ??= this.#close(timeoutMs);
    return this.#closing;
  }

  async #close(timeoutMs: number): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    for (const { job } of this.#waiting.splice(0)) {
      this.#events.emit({ roomId: job.roomId, runId: job.runId, type: 'stopped', outcome: null });
    }
    if (this.#active !== undefined) {
      this.#active.run.stop();
      await this.#untilIdle(Math.max(0, timeoutMs - SHUTDOWN_RESERVE_MS));
    }
    await this.#compute.close(Math.max(0, deadline - performance.now()));
    this.#events.deliver();
  }

  /** Resolves when the run that is going on is over, at the latest after the given time. */
  #untilIdle(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.#idle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #find(runId: RunId): Waiting | undefined {
    return this.#waiting.find(({ job }) => job.runId === runId);
  }

  #advance(): void {
    const next = this.#active === undefined ? this.#waiting.shift() : undefined;
    if (next !== undefined) {
      const run = this.#compute.start(next.job, (report) => this.#report(report));
      this.#active = { ...next, run, started: false };
    }
    this.#announcePositions();
  }

  #report(report: RunReport): void {
    const active = this.#active;
    if (active === undefined) return;
    const { roomId, runId } = active.job;
    this.#events.emit({ roomId, runId, ...report });
    if (report.type === 'started') {
      active.started = true;
      this.#announcePositions();
    }
    if (!isLast(report)) return;
    this.#active = undefined;
    this.#idle?.();
    this.#advance();
  }

  /** A run that is handed over but still loading its network waits too: it is first in the row. */
  #announcePositions(): void {
    const row = [
      ...(this.#active !== undefined && !this.#active.started ? [this.#active] : []),
      ...this.#waiting,
    ];
    for (const [index, entry] of row.entries()) {
      const position = index + 1;
      if (entry.position === position) continue;
      entry.position = position;
      this.#events.emit({ roomId: entry.job.roomId, runId: entry.job.runId, type: 'queued', position });
    }
  }
}

function closed(): AppError {
  return new AppError({
    code: 'unavailable',
    message: 'a run was submitted while the queue was closing',
    userMessage:
      'The server is being shut down, so the run was not started. Start it again once the server is back.',
  });
}
