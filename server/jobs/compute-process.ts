import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { AppError } from '../errors';
import type { Logger } from '../logger';
import { exitProblem, type Exit } from './exit-reason';
import type { Measurement } from './forecast/samples';
import { computeMessageSchema, type ComputeCommand, type ComputeConfig, type RunReport } from './messages';

export interface ComputeProcessOptions {
  /** The module that the process runs: `dist/compute.js`, or `server/jobs/compute.ts` with a loader in `execArgv`. */
  readonly entry: string;
  readonly execArgv: readonly string[];
  readonly config: ComputeConfig;
  /** The whole environment of the process. */
  readonly env: Readonly<Record<string, string>>;
  readonly logger: Logger;
  /** How long the process may take until it takes commands, before it is killed. */
  readonly readyTimeoutMs?: number;
}

export interface ComputeProcessEvents {
  /** The process takes commands; those that waited for it have been sent. `none` where there were no such. */
  onReady(waited: 'some' | 'none'): void;
  onReport(epoch: number, report: RunReport): void;
  onMeasured(measurement: Measurement): void;
  /** The process has ended, or never began. Nothing comes after this. */
  onEnd(error: AppError, exit: Exit): void;
}

const READY_TIMEOUT_MS = 60_000;
/** Of what the process writes to stderr, as much is kept to tell why it died. */
const STDERR_TAIL_CHARS = 4_000;

/** One forked process, from its start to its end. */
export class ComputeProcess {
  readonly startedAt = performance.now();
  readonly #process: ChildProcess;
  readonly #logger: Logger;
  readonly #events: ComputeProcessEvents;
  readonly #readyTimer: NodeJS.Timeout;
  /** What waits for the process to be ready; `undefined` once it is. */
  #outbox: ComputeCommand[] | undefined = [];
  #stderr = '';
  /** Why we ended it, where we did. */
  #reason: AppError | undefined;
  #hasEnded = false;

  /** @throws Error where the system cannot start one: `fork` tells some of its failures at once, some by an event */
  constructor(options: ComputeProcessOptions, events: ComputeProcessEvents) {
    const { entry, execArgv, config, env, logger } = options;
    this.#logger = logger;
    this.#events = events;
    this.#process = fork(entry, [JSON.stringify(config)], {
      execArgv: [...execArgv],
      // Not merged with our own: `fork` takes this as the whole of it.
      env: { ...env } as NodeJS.ProcessEnv,
      // Pictures go over the channel as they are, not as base64 or as arrays of numbers.
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    logger.debug({ pid: this.pid }, 'compute process started');
    this.#process.on('message', (message) => this.#receive(message));
    // Where it could not even be spawned there is no 'close'.
    this.#process.on('error', (error) => {
      logger.error({ err: error, pid: this.pid }, 'compute process: error');
      if (this.pid === undefined) this.#end({ code: null, signal: null });
    });
    // 'close', not 'exit': by then all that it said has been read.
    this.#process.on('close', (code, signal) => this.#end({ code, signal }));
    this.#readLines();
    const readyTimeoutMs = options.readyTimeoutMs ?? READY_TIMEOUT_MS;
    this.#readyTimer = setTimeout(() => this.kill(neverReady(readyTimeoutMs)), readyTimeoutMs);
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get ready(): boolean {
    return this.#outbox === undefined;
  }

  /** Sends a command, as soon as the process is ready. */
  send(command: ComputeCommand): void {
    if (this.#outbox !== undefined) {
      this.#outbox.push(command);
      return;
    }
    this.#process.send(command, (error) => {
      // The process is gone; its 'close' says so to whom it concerns.
      if (error) this.#logger.debug({ err: error, command: command.type }, 'compute process: not reached');
    });
  }

  /** Ends the process, whatever it is doing. @param reason what is told as the reason of its end */
  kill(reason: AppError): void {
    this.#reason ??= reason;
    this.#process.kill('SIGKILL');
  }

  /** Asks the process to end, and ends it where it does not. */
  async close(timeoutMs: number): Promise<void> {
    clearTimeout(this.#readyTimer);
    const { exitCode, signalCode, pid } = this.#process;
    if (exitCode !== null || signalCode !== null || pid === undefined) return;
    const closed = new Promise<void>((resolve) => this.#process.once('close', () => resolve()));
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), timeoutMs);
    // A process that cannot be told any more ends by itself, or by the timer.
    this.#process.send({ type: 'shutdown' } satisfies ComputeCommand, () => undefined);
    await closed;
    clearTimeout(timer);
  }

  #readLines(): void {
    const { stdout, stderr } = this.#process;
    if (stdout) createInterface(stdout).on('line', (line) => this.#logger.debug({ line }, 'compute process'));
    if (stderr) {
      createInterface(stderr).on('line', (line) => {
        this.#stderr = `${this.#stderr}${line}\n`.slice(-STDERR_TAIL_CHARS);
        this.#logger.warn({ line }, 'compute process');
      });
    }
  }

  #receive(raw: unknown): void {
    const parsed = computeMessageSchema.safeParse(raw);
    if (!parsed.success) {
      this.#logger.error({ err: parsed.error }, 'compute process: a message that cannot be understood');
      this.kill(misunderstood(parsed.error));
      return;
    }
    const message = parsed.data;
    switch (message.type) {
      case 'ready':
        this.#becomeReady(message.engine);
        return;
      case 'report':
        this.#events.onReport(message.epoch, message.report);
        return;
      case 'measured':
        this.#events.onMeasured(message.measurement);
        return;
      case 'log':
        this.#logger[message.level](message.details, message.message);
        return;
    }
  }

  #becomeReady(engine: string): void {
    clearTimeout(this.#readyTimer);
    const ms = Math.round(performance.now() - this.startedAt);
    this.#logger.info({ pid: this.pid, engine, ms }, 'compute process ready');
    const waiting = this.#outbox ?? [];
    this.#outbox = undefined;
    for (const command of waiting) this.send(command);
    this.#events.onReady(waiting.length === 0 ? 'none' : 'some');
  }

  #end(exit: Exit): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    clearTimeout(this.#readyTimer);
    this.#events.onEnd(this.#reason ?? exitProblem(exit, this.#stderr), exit);
  }
}

function neverReady(timeoutMs: number): AppError {
  return new AppError({
    code: 'run-failed',
    message: `the compute process was not ready within ${timeoutMs} ms`,
    userMessage:
      "The computing process took too long to start. The server's machine may be too busy, or its log says more.",
  });
}

function misunderstood(cause: unknown): AppError {
  return new AppError({
    code: 'run-failed',
    message: 'the compute process sent a message that cannot be understood',
    userMessage:
      'The computing process does not fit this server. If Atelier has just been updated, start the server again.',
    cause,
  });
}
