import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { AppError, toProblem } from '../errors';
import type { Logger } from '../logger';
import type { NetworkId } from '../protocol/networks';
import type { Settings } from '../protocol/settings';
import type { ComputeHost, ComputeRun } from './compute-host';
import { exitProblem } from './exit-reason';
import { WHAT_A_FAILED_RUN_LEAVES } from './failed-run';
import {
  computeMessageSchema,
  isLast,
  type ComputeCommand,
  type ComputeConfig,
  type RunReport,
} from './messages';
import type { RunJob } from './run-queue';

export interface SupervisorOptions {
  /** The module that the process runs: `dist/compute.js`, or `server/jobs/compute.ts` with a loader in `execArgv`. */
  readonly entry: string;
  readonly execArgv: readonly string[];
  readonly config: ComputeConfig;
  /** The whole environment of the process. */
  readonly env: Readonly<Record<string, string>>;
  readonly logger: Logger;
  /** The pause before a process that died is started again; doubled each time that it dies again, up to 30 s. */
  readonly restartDelayMs?: number;
}

const RESTART_DELAY_MS = 200;
const MAX_RESTART_DELAY_MS = 30_000;
/** A process that lived this long did not die of how it was started. */
const SETTLED_MS = 60_000;
/** Of what the process writes to stderr, as much is kept to tell why it died. */
const STDERR_TAIL_CHARS = 4_000;

interface Child {
  readonly process: ChildProcess;
  readonly startedAt: number;
  ready: boolean;
  /** What waits for the process to be ready. */
  readonly outbox: ComputeCommand[];
  stderr: string;
  /** Why we ended it, where we did. */
  reason: AppError | undefined;
}

interface CurrentRun {
  readonly epoch: number;
  readonly onReport: (report: RunReport) => void;
}

type State =
  | { readonly kind: 'up'; readonly child: Child }
  | { readonly kind: 'waiting'; readonly timer: NodeJS.Timeout }
  | { readonly kind: 'closed' };

/**
 * Keeps one compute process running, from its construction to `close()`: starts it again when it dies, and reports
 * the run that it took along as failed.
 */
export class ComputeSupervisor implements ComputeHost {
  readonly #options: SupervisorOptions;
  readonly #logger: Logger;
  #state: State;
  #run: CurrentRun | undefined;
  #epoch = 0;
  /** Deaths in a row. */
  #deaths = 0;
  #network: NetworkId | undefined;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#logger = options.logger;
    this.#state = { kind: 'up', child: this.#launch() };
  }

  /** The process that computes, `undefined` while there is none. For the log and for tests. */
  get pid(): number | undefined {
    return this.#state.kind === 'up' ? this.#state.child.process.pid : undefined;
  }

  /**
   * Has the process load `network`, now (or after the run that it is at) and whenever it is started again, so that the
   * next run begins at once. To say the same again does nothing.
   */
  warm(network: NetworkId): void {
    if (network === this.#network) return;
    this.#network = network;
    if (this.#state.kind === 'up' && this.#state.child.ready) this.#send({ type: 'warm', network });
  }

  start(job: RunJob, onReport: (report: RunReport) => void): ComputeRun {
    if (this.#run !== undefined) throw new Error('a run is going on');
    this.#epoch += 1;
    const epoch = this.#epoch;
    this.#run = { epoch, onReport };
    if (this.#state.kind === 'closed') {
      queueMicrotask(() => this.#fail(epoch, shutDown()));
    } else if (this.#state.kind === 'waiting') {
      // Someone wants a picture: that is reason enough to try at once.
      clearTimeout(this.#state.timer);
      this.#state = { kind: 'up', child: this.#launch() };
    }
    this.#send({ type: 'start', epoch, job });
    const tell = (command: ComputeCommand): void => {
      if (this.#run?.epoch === epoch) this.#send(command);
    };
    return {
      steer: (settings: Settings) => tell({ type: 'steer', epoch, settings }),
      pause: () => tell({ type: 'pause', epoch }),
      resume: () => tell({ type: 'resume', epoch }),
      stop: () => tell({ type: 'stop', epoch }),
    };
  }

  async close(timeoutMs: number): Promise<void> {
    const state = this.#state;
    this.#state = { kind: 'closed' };
    if (this.#run !== undefined) this.#fail(this.#run.epoch, shutDown());
    if (state.kind === 'waiting') clearTimeout(state.timer);
    if (state.kind === 'up') await end(state.child.process, timeoutMs);
  }

  #launch(): Child {
    const { entry, execArgv, config, env } = this.#options;
    const process = fork(entry, [JSON.stringify(config)], {
      execArgv: [...execArgv],
      // Not merged with our own: `fork` takes this as the whole of it.
      env: { ...env } as NodeJS.ProcessEnv,
      // Pictures go over the channel as they are, not as base64 or as arrays of numbers.
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const child: Child = {
      process,
      startedAt: performance.now(),
      ready: false,
      outbox: [],
      stderr: '',
      reason: undefined,
    };
    this.#logger.debug({ pid: process.pid }, 'compute process started');
    process.on('message', (message) => this.#receive(child, message));
    // Where it could not even be spawned there is no 'close'.
    process.on('error', (error) => {
      this.#logger.error({ err: error, pid: process.pid }, 'compute process: error');
      if (process.pid === undefined) this.#died(child, { code: null, signal: null });
    });
    // 'close', not 'exit': by then all that it said has been read.
    process.on('close', (code, signal) => this.#died(child, { code, signal }));
    if (process.stdout)
      createInterface(process.stdout).on('line', (line) => this.#logger.debug({ line }, 'compute process'));
    if (process.stderr) {
      createInterface(process.stderr).on('line', (line) => {
        child.stderr = `${child.stderr}${line}\n`.slice(-STDERR_TAIL_CHARS);
        this.#logger.warn({ line }, 'compute process');
      });
    }
    return child;
  }

  #send(command: ComputeCommand): void {
    if (this.#state.kind !== 'up') return;
    const { child } = this.#state;
    if (!child.ready) {
      child.outbox.push(command);
      return;
    }
    child.process.send(command, (error) => {
      // The process is gone; its 'close' says so to whom it concerns.
      if (error) this.#logger.debug({ err: error, command: command.type }, 'compute process: not reached');
    });
  }

  #receive(child: Child, raw: unknown): void {
    const parsed = computeMessageSchema.safeParse(raw);
    if (!parsed.success) {
      this.#logger.error({ err: parsed.error }, 'compute process: a message that cannot be understood');
      child.reason = misunderstood(parsed.error);
      child.process.kill('SIGKILL');
      return;
    }
    const message = parsed.data;
    switch (message.type) {
      case 'ready':
        this.#ready(child, message.engine);
        return;
      case 'report':
        this.#report(message.epoch, message.report);
        return;
      case 'log':
        this.#logger[message.level](message.details, message.message);
        return;
    }
  }

  #ready(child: Child, engine: string): void {
    const ms = Math.round(performance.now() - child.startedAt);
    this.#logger.info({ pid: child.process.pid, engine, ms }, 'compute process ready');
    child.ready = true;
    const waiting = child.outbox.splice(0);
    for (const command of waiting) this.#send(command);
    if (waiting.length === 0 && this.#network !== undefined)
      this.#send({ type: 'warm', network: this.#network });
  }

  #report(epoch: number, report: RunReport): void {
    const run = this.#run;
    if (run?.epoch !== epoch) {
      this.#logger.debug({ epoch, report: report.type }, 'compute process: late message dropped');
      return;
    }
    if (isLast(report)) {
      this.#run = undefined;
      this.#deaths = 0;
    }
    run.onReport(report);
  }

  #fail(epoch: number, error: AppError): void {
    this.#report(epoch, { type: 'failed', problem: toProblem(error) });
  }

  #died(child: Child, exit: { code: number | null; signal: NodeJS.Signals | null }): void {
    if (this.#state.kind !== 'up' || this.#state.child !== child) return;
    const lived = performance.now() - child.startedAt;
    this.#deaths = lived > SETTLED_MS ? 1 : this.#deaths + 1;
    const first = this.#options.restartDelayMs ?? RESTART_DELAY_MS;
    const delayMs = Math.min(first * 2 ** (this.#deaths - 1), MAX_RESTART_DELAY_MS);
    const error = child.reason ?? exitProblem(exit, child.stderr);
    this.#logger.error(
      { err: error, pid: child.process.pid, ...exit, delayMs },
      'compute process died; starting it again',
    );

    const deaths = this.#deaths;
    const timer = setTimeout(() => {
      this.#state = { kind: 'up', child: this.#launch() };
    }, delayMs);
    this.#state = { kind: 'waiting', timer };
    if (this.#run !== undefined) this.#fail(this.#run.epoch, error);
    // A failure that we made up is no sign of health.
    this.#deaths = deaths;
  }
}

/** Asks a process to end, and ends it where it does not. */
async function end(process: ChildProcess, timeoutMs: number): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null || process.pid === undefined) return;
  const closed = new Promise<void>((resolve) => process.once('close', () => resolve()));
  const timer = setTimeout(() => process.kill('SIGKILL'), timeoutMs);
  // A process that cannot be told any more ends by itself, or by the timer.
  process.send({ type: 'shutdown' } satisfies ComputeCommand, () => undefined);
  await closed;
  clearTimeout(timer);
}

function shutDown(): AppError {
  return new AppError({
    code: 'unavailable',
    message: 'the compute process was closed during a run',
    userMessage:
      `The server was shut down before the run came to its end. ${WHAT_A_FAILED_RUN_LEAVES} ` +
      'Start the run again once the server is back.',
  });
}

function misunderstood(cause: unknown): AppError {
  return new AppError({
    code: 'run-failed',
    message: 'the compute process sent a message that cannot be understood',
    userMessage:
      `The computing process does not fit this server, so the run was ended. ${WHAT_A_FAILED_RUN_LEAVES} ` +
      'If Atelier has just been updated, start the server again; then start the run again.',
    cause,
  });
}
