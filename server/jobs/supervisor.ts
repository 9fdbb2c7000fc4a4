import { toProblem, type AppError } from '../errors';
import type { Logger } from '../logger';
import type { NetworkId } from '../protocol/networks';
import type { Settings } from '../protocol/settings';
import type { ComputeHost, ComputeRun } from './compute-host';
import { neverStopped, notStarted, wentSilent } from './compute-problems';
import { ComputeProcess, type ComputeProcessOptions } from './compute-process';
import type { Exit } from './exit-reason';
import type { Measurement } from './forecast/samples';
import { isLast, type ComputeCommand, type RunReport } from './messages';
import { RestartDelay } from './restart-delay';
import type { RunJob } from './run-queue';
import { Watchdog, WATCHDOG_LIMITS, type WatchdogLimits } from './watchdog';

export interface SupervisorOptions extends ComputeProcessOptions {
  /** The pause before a process that died is started again; doubled each time that it dies again, up to 30 s. */
  readonly restartDelayMs?: number;
  /** How long a run may go on after it was to stop, before its process is killed. */
  readonly stopTimeoutMs?: number;
  /** How long a run may say nothing, before its process is killed. */
  readonly watchdog?: Partial<WatchdogLimits>;
}

/**
 * A process that hangs must not keep every room waiting. Yet it is heard only between iterations, and where the picture
 * is of the largest size and the machine is slow, one takes most of a minute.
 */
const STOP_TIMEOUT_MS = 120_000;

interface CurrentRun {
  readonly epoch: number;
  readonly onReport: (report: RunReport) => void;
  /** Runs from the moment that the run was to stop. */
  stopTimer: NodeJS.Timeout | undefined;
  /** Watches from the moment that the process can have heard of the run. */
  watchdog: Watchdog | undefined;
}

/** The weights to load in advance. */
interface Warmed {
  readonly network: NetworkId;
  readonly variant: string | undefined;
}

type State =
  | { readonly kind: 'up'; readonly child: ComputeProcess }
  | { readonly kind: 'waiting'; readonly timer: NodeJS.Timeout }
  | { readonly kind: 'closed' };

/**
 * Keeps one compute process running, from its construction to `close()`: replaces it when it dies or hangs, and reports
 * the run that it took along as interrupted.
 */
export class ComputeSupervisor implements ComputeHost {
  readonly #options: SupervisorOptions;
  readonly #logger: Logger;
  readonly #restartDelay: RestartDelay;
  #state: State;
  #run: CurrentRun | undefined;
  #epoch = 0;
  #warmed: Warmed | undefined;
  readonly #measuredListeners = new Set<(measurement: Measurement) => void>();

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#logger = options.logger;
    this.#restartDelay = new RestartDelay(options.restartDelayMs);
    this.#state = this.#launch();
  }

  /** The process that computes, `undefined` while there is none. For the log and for tests. */
  get pid(): number | undefined {
    return this.#state.kind === 'up' ? this.#state.child.pid : undefined;
  }

  /**
   * Has the process load `network`, now (or after the run that it is at) and whenever it is started again, so that the
   * next run begins at once. To say the same again does nothing.
   *
   * @param variant which of its weights are there: others than last time are loaded anew
   */
  warm(network: NetworkId, variant?: string): void {
    if (network === this.#warmed?.network && variant === this.#warmed.variant) return;
    this.#warmed = { network, variant };
    if (this.#state.kind === 'up' && this.#state.child.ready) this.#send({ type: 'warm', network });
  }

  start(job: RunJob, onReport: (report: RunReport) => void): ComputeRun {
    if (this.#run !== undefined) throw new Error('a run is going on');
    this.#epoch += 1;
    const epoch = this.#epoch;
    this.#run = { epoch, onReport, stopTimer: undefined, watchdog: undefined };
    if (this.#state.kind === 'closed') {
      queueMicrotask(() => this.#report(epoch, { type: 'suspended' }));
    } else if (this.#state.kind === 'waiting') {
      // Someone wants a picture: that is reason enough to try at once.
      clearTimeout(this.#state.timer);
      this.#state = this.#launch();
    }
    this.#send({ type: 'start', epoch, job });
    if (this.#state.kind === 'up' && this.#state.child.ready) this.#watch(this.#state.child);
    const tell = (command: ComputeCommand): void => {
      if (this.#run?.epoch === epoch) this.#send(command);
    };
    return {
      steer: (settings: Settings) => tell({ type: 'steer', epoch, settings }),
      pause: () => tell({ type: 'pause', epoch }),
      resume: () => tell({ type: 'resume', epoch }),
      stop: () => {
        tell({ type: 'stop', epoch });
        this.#limitStop(epoch);
      },
      suspend: () => tell({ type: 'suspend', epoch }),
    };
  }

  onMeasured(listener: (measurement: Measurement) => void): void {
    this.#measuredListeners.add(listener);
  }

  async close(timeoutMs: number): Promise<void> {
    const state = this.#state;
    this.#state = { kind: 'closed' };
    if (this.#run !== undefined) this.#report(this.#run.epoch, { type: 'suspended' });
    if (state.kind === 'waiting') clearTimeout(state.timer);
    if (state.kind === 'up') await state.child.close(timeoutMs);
  }

  #launch(): State {
    try {
      const child: ComputeProcess = new ComputeProcess(this.#options, {
        onReady: (waited) => {
          if (this.#run !== undefined) this.#watch(child);
          if (waited === 'none' && this.#warmed !== undefined)
            child.send({ type: 'warm', network: this.#warmed.network });
        },
        onReport: (epoch, report) => {
          // A process that brings a run to its end is in health.
          if (isLast(report)) this.#restartDelay.reset();
          this.#report(epoch, report);
        },
        onMeasured: (measurement) => {
          for (const listener of this.#measuredListeners) listener(measurement);
        },
        onEnd: (error, exit) => this.#died(child, error, exit),
      });
      return { kind: 'up', child };
    } catch (cause) {
      return this.#launchLater(notStarted(cause), 0);
    }
  }

  #send(command: ComputeCommand): void {
    if (this.#state.kind === 'up') this.#state.child.send(command);
  }

  #limitStop(epoch: number): void {
    const run = this.#run;
    if (run?.epoch !== epoch || run.stopTimer !== undefined || this.#state.kind !== 'up') return;
    const { child } = this.#state;
    const timeoutMs = this.#options.stopTimeoutMs ?? STOP_TIMEOUT_MS;
    run.stopTimer = setTimeout(() => child.kill(neverStopped(timeoutMs)), timeoutMs);
  }

  #watch(child: ComputeProcess): void {
    const run = this.#run;
    if (run === undefined) return;
    run.watchdog?.stop();
    run.watchdog = new Watchdog({ ...WATCHDOG_LIMITS, ...this.#options.watchdog }, (silentMs) =>
      child.kill(wentSilent(silentMs)),
    );
  }

  #report(epoch: number, report: RunReport): void {
    const run = this.#run;
    if (run?.epoch !== epoch) {
      this.#logger.debug({ epoch, report: report.type }, 'compute process: late message dropped');
      return;
    }
    run.watchdog?.heard(report);
    if (isLast(report)) {
      clearTimeout(run.stopTimer);
      run.watchdog?.stop();
      this.#run = undefined;
    }
    run.onReport(report);
  }

  #interrupt(epoch: number, error: AppError): void {
    this.#report(epoch, { type: 'interrupted', problem: toProblem(error) });
  }

  #died(child: ComputeProcess, error: AppError, exit: Exit): void {
    if (this.#state.kind !== 'up' || this.#state.child !== child) return;
    const livedMs = performance.now() - child.startedAt;
    this.#state = this.#launchLater(error, livedMs, { pid: child.pid, ...exit });
  }

  /** After a death, or where no process could be started: tries again in a while, or as soon as a run is there. */
  #launchLater(error: AppError, livedMs: number, details: Readonly<Record<string, unknown>> = {}): State {
    const delayMs = this.#restartDelay.afterDeath(livedMs);
    this.#logger.error({ err: error, ...details, delayMs }, 'compute process died; starting it again');
    const timer = setTimeout(() => {
      this.#state = this.#launch();
    }, delayMs);
    const epoch = this.#run?.epoch;
    // Later: whoever is told starts the next run, which must find the state that we return.
    if (epoch !== undefined) queueMicrotask(() => this.#interrupt(epoch, error));
    return { kind: 'waiting', timer };
  }
}
