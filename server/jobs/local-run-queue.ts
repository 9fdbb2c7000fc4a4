import { toProblem } from '../errors';
import type { Logger } from '../logger';
import type { Forecast } from '../protocol/forecast';
import type { RunId } from '../protocol/ids';
import type { Settings } from '../protocol/settings';
import { ActiveRun } from './active-run';
import type { ComputeHost } from './compute-host';
import { Forecaster } from './forecast/forecaster';
import { usableMemory } from './forecast/machine-memory';
import { KeptTurn } from './kept-turn';
import { isLast, type RunReport } from './messages';
import { isResumed, type ResumedJob, type StartPicture } from './own-start';
import { RowNews } from './row-news';
import { RunEvents } from './run-events';
import type { ForecastRequest, RunEvent, RunJob, RunQueue, Submission } from './run-queue';
import { startTimes, wholeSeconds } from './start-times';
import { WaitingRow, type Waiting } from './waiting-row';

export interface LocalRunQueueOptions {
  /** What the machine can give to runs, for forecasts. */
  readonly memoryBytes?: number;
  /** Makes what a run leaves that is stopped before it has gone on from its checkpoint; by default nothing. */
  readonly pictureOfStart?: (job: ResumedJob) => Promise<StartPicture>;
  /** How long a run that was interrupted keeps its turn until it is submitted again. */
  readonly turnKeptMs?: number;
  /** A monotonic clock, in milliseconds. */
  readonly now?: () => number;
}

/** How long after the last moment for a checkpoint the process may take to end by itself. */
const SHUTDOWN_RESERVE_MS = 500;
/** To write down the interruption, and to read the checkpoint, takes a fraction of it. */
const TURN_KEPT_MS = 3000;

/** Computes one run after another on this machine; rooms take turns. */
export class LocalRunQueue implements RunQueue {
  readonly #compute: ComputeHost;
  readonly #logger: Logger;
  readonly #options: LocalRunQueueOptions;
  readonly #now: () => number;
  readonly #forecaster: Forecaster;
  readonly #events: RunEvents;
  readonly #news: RowNews;
  readonly #row = new WaitingRow();
  #active: ActiveRun | undefined;
  readonly #kept: KeptTurn;
  #closing: Promise<void> | undefined;
  #idle: (() => void) | undefined;

  constructor(compute: ComputeHost, logger: Logger, options: LocalRunQueueOptions = {}) {
    this.#compute = compute;
    this.#logger = logger;
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#events = new RunEvents(logger);
    this.#news = new RowNews(this.#events);
    this.#kept = new KeptTurn(options.turnKeptMs ?? TURN_KEPT_MS, () => this.#advance());
    this.#forecaster = new Forecaster(options.memoryBytes ?? usableMemory());
    this.#forecaster.onChange(() => this.#announce());
    compute.onMeasured(({ kind, sample }) => {
      if (kind === 'machine') this.#forecaster.calibrate(sample);
      else this.#forecaster.learn(sample);
    });
  }

  submit(job: RunJob, { held = false, request = null }: Submission = {}): void {
    if (this.#closing !== undefined) return; // whoever submits it does so again after the next start
    const entry: Waiting = { job, request, held: false };
    this.#row.add(entry);
    if (held) this.#hold(entry);
    this.#advance(job.runId);
  }

  steer(runId: RunId, settings: Settings): void {
    if (this.#active?.entry.job.runId === runId) {
      this.#active.run.steer(settings);
      return;
    }
    const waiting = this.#row.find(runId);
    if (waiting !== undefined) waiting.job = { ...waiting.job, settings };
  }

  pause(runId: RunId): void {
    if (this.#active?.entry.job.runId === runId) {
      this.#active.run.pause();
      return;
    }
    const waiting = this.#row.find(runId);
    if (waiting === undefined || waiting.held) return;
    this.#hold(waiting);
    this.#announce();
  }

  resume(runId: RunId): void {
    if (this.#active?.entry.job.runId === runId) {
      this.#active.run.resume();
      return;
    }
    const waiting = this.#row.find(runId);
    if (waiting === undefined) return;
    waiting.held = false;
    this.#advance();
  }

  stop(runId: RunId): void {
    if (this.#active?.entry.job.runId === runId) {
      this.#active.run.stop();
      return;
    }
    const waiting = this.#row.find(runId);
    if (waiting === undefined) return;
    this.#row.remove(waiting);
    this.#endUnchanged(waiting.job);
    this.#announce();
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
    const deadline = this.#now() + timeoutMs;
    this.#kept.release();
    for (const { job } of this.#row.clear()) this.#emit(job, { type: 'suspended' });
    if (this.#active !== undefined) {
      this.#active.run.suspend();
      await this.#untilIdle(Math.max(0, timeoutMs - SHUTDOWN_RESERVE_MS));
    }
    await this.#compute.close(Math.max(0, deadline - this.#now()));
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

  #hold(waiting: Waiting): void {
    waiting.held = true;
    this.#emit(waiting.job, { type: 'paused' });
  }

  /** @param back a run that has just come: where a turn was kept for it, the turn is its own */
  #advance(back?: RunId): void {
    const first = back !== undefined && this.#kept.take(back) ? this.#row.find(back) : undefined;
    if (this.#active === undefined && !this.#kept.isKept) {
      const next = first === undefined || first.held ? this.#row.inTurn()[0] : first;
      if (next !== undefined) {
        this.#row.serve(next);
        const run = this.#compute.start(next.job, (report) => this.#report(report));
        this.#active = new ActiveRun(next, run);
      }
    }
    this.#announce();
  }

  #report(report: RunReport): void {
    if (this.#active === undefined) return;
    const { job } = this.#active.entry;
    this.#active.heard(report, this.#now());
    if (report.type === 'stopped' && report.outcome === null) this.#endUnchanged(job);
    // What ends while the queue closes goes on after the next start all the same.
    else if (report.type === 'interrupted' && this.#closing) this.#emit(job, { type: 'suspended' });
    else this.#emit(job, report);

    if (isLast(report)) {
      this.#active = undefined;
      this.#idle?.();
      if (report.type === 'interrupted' && !this.#closing) this.#kept.keep(job.runId);
      this.#advance();
    } else this.#announce();
  }

  /** Of a run that was stopped before it has come further than it was when it was submitted. */
  #endUnchanged(job: RunJob): void {
    const { pictureOfStart } = this.#options;
    if (pictureOfStart === undefined || !isResumed(job)) {
      this.#emit(job, { type: 'stopped', outcome: null });
      return;
    }
    pictureOfStart(job).then(
      ({ frame, outcome }) => {
        this.#emit(job, { type: 'frame', frame });
        this.#emit(job, { type: 'stopped', outcome });
      },
      (error: unknown) => {
        this.#logger.error({ err: error, runId: job.runId }, 'a stopped run could not leave its picture');
        this.#emit(job, { type: 'failed', problem: toProblem(error) });
      },
    );
  }

  /** A run that is handed over but still loading its network waits too: it is first in the row. */
  #announce(): void {
    if (this.#kept.isKept) return; // whoever has it will be back in front
    const active = this.#active;
    const waiting = this.#row.inTurn();
    const row = active !== undefined && !active.hasBegun ? [active.entry, ...waiting] : waiting;
    this.#news.tell(
      row.map(({ job }) => job),
      startTimes(
        this.#secondsUntilFree(),
        row.map((entry) => this.#wholeSeconds(entry)),
      ),
    );
  }

  /** Seconds until the first of the row begins; `null` where that is not known. */
  #secondsUntilFree(): number | null {
    if (this.#active === undefined || !this.#active.hasBegun) return 0;
    return this.#active.secondsLeft(this.#now(), this.#wholeSeconds(this.#active.entry));
  }

  #wholeSeconds(entry: Waiting): number | null {
    return wholeSeconds(entry, (request) => this.#forecaster.forecast(request));
  }

  #emit({ roomId, runId }: RunJob, event: RunReport): void {
    this.#events.emit({ roomId, runId, ...event });
  }
}
