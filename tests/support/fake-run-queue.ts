import type { CurvePoint } from '../../server/protocol/curves';
import type { Forecast } from '../../server/protocol/forecast';
import type { Problem } from '../../server/protocol/errors';
import type { RunId } from '../../server/protocol/ids';
import type { Settings } from '../../server/protocol/settings';
import type {
  ForecastRequest,
  RunEvent,
  RunFrame,
  RunJob,
  RunOutcome,
  RunQueue,
  Submission,
} from '../../server/jobs/run-queue';

/** What was asked of the queue, in order. */
export type QueueCall =
  | { readonly type: 'submit'; readonly runId: RunId }
  | { readonly type: 'steer'; readonly runId: RunId; readonly settings: Settings }
  | { readonly type: 'pause' | 'resume' | 'stop'; readonly runId: RunId }
  | { readonly type: 'close'; readonly timeoutMs: number };

/** `RunEvent` without the ids, which the double adds itself. */
export type RunEventBody = RunEvent extends infer Event
  ? Event extends RunEvent
    ? Omit<Event, 'roomId' | 'runId'>
    : never
  : never;

/**
 * A run queue that computes nothing: it writes down what it is asked, and a test says what happens.
 *
 * ```ts
 * const queue = new FakeRunQueue();
 * // … the code under test submits a run …
 * queue.emit(runId, { type: 'started', engine: 'fake', networkChecksum: 'sha256:00' });
 * queue.emit(runId, { type: 'finished', outcome: fakeOutcome() });
 * ```
 */
export class FakeRunQueue implements RunQueue {
  readonly calls: QueueCall[] = [];
  readonly jobs = new Map<RunId, RunJob>();
  /** How each of them waits. */
  readonly submissions = new Map<RunId, Submission>();
  readonly #listeners = new Set<(event: RunEvent) => void>();
  readonly #forecastListeners = new Set<() => void>();
  /** What every request is answered with; as if the machine had not been measured, unless a test says. */
  forecasting: (request: ForecastRequest) => Forecast | null = () => null;

  submit(job: RunJob, submission: Submission = {}): void {
    this.jobs.set(job.runId, job);
    this.submissions.set(job.runId, submission);
    this.calls.push({ type: 'submit', runId: job.runId });
  }

  steer(runId: RunId, settings: Settings): void {
    this.calls.push({ type: 'steer', runId, settings });
  }

  pause(runId: RunId): void {
    this.calls.push({ type: 'pause', runId });
  }

  resume(runId: RunId): void {
    this.calls.push({ type: 'resume', runId });
  }

  stop(runId: RunId): void {
    this.calls.push({ type: 'stop', runId });
  }

  forecast(request: ForecastRequest): Forecast | null {
    return this.forecasting(request);
  }

  onForecastChange(listener: () => void): () => void {
    this.#forecastListeners.add(listener);
    return () => this.#forecastListeners.delete(listener);
  }

  /** Says that forecasts have changed. */
  changeForecasts(forecasting: (request: ForecastRequest) => Forecast | null): void {
    this.forecasting = forecasting;
    for (const listener of [...this.#forecastListeners]) listener();
  }

  subscribe(listener: (event: RunEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(timeoutMs: number): Promise<void> {
    this.calls.push({ type: 'close', timeoutMs });
  }

  /** Lets something happen to a submitted run. Throws where it was never submitted: the test would prove nothing. */
  emit(runId: RunId, event: RunEventBody): void {
    const job = this.jobs.get(runId);
    if (job === undefined) throw new Error(`run ${runId} was never submitted`);
    const whole = { ...event, roomId: job.roomId, runId } as RunEvent;
    for (const listener of [...this.#listeners]) listener(whole);
  }

  /** The latest call of a type, or `undefined`. */
  last<T extends QueueCall['type']>(type: T): Extract<QueueCall, { type: T }> | undefined {
    return this.calls.findLast((call): call is Extract<QueueCall, { type: T }> => call.type === type);
  }

  /** The only job that was submitted. Throws where there are none or several. */
  onlyJob(): RunJob {
    const [job, ...others] = this.jobs.values();
    if (job === undefined || others.length > 0) throw new Error(`${this.jobs.size} runs were submitted`);
    return job;
  }
}

export function fakePoint(iteration: number, overrides: Partial<CurvePoint> = {}): CurvePoint {
  const content = 1 / (iteration + 1);
  const style = 10 / (iteration + 1);
  const tv = 0.01;
  return {
    iteration,
    seconds: iteration * 0.5,
    width: 64,
    height: 48,
    total: content + style + tv,
    content,
    style,
    tv,
    terms: { 'content:block4_conv2': content, 'style:block1_conv1': style, tv },
    gradientShares: null,
    ...overrides,
  };
}

export function fakeFrame(iteration: number, overrides: Partial<RunFrame> = {}): RunFrame {
  return {
    iteration,
    width: 64,
    height: 48,
    mime: 'image/jpeg',
    // Not a picture: whoever passes frames on must not care.
    bytes: Uint8Array.of(0xff, 0xd8, iteration & 0xff, 0xff, 0xd9),
    final: false,
    ...overrides,
  };
}

export function fakeOutcome(overrides: Partial<RunOutcome> = {}): RunOutcome {
  const width = overrides.width ?? 4;
  const height = overrides.height ?? 3;
  return {
    width,
    height,
    png: Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
    checkpoint: new Uint8Array(3 * height * width * 4),
    progress: { iteration: 10, totalIterations: 10, remainingSeconds: 0 },
    evaluations: 12,
    converged: false,
    ...overrides,
  };
}

export function fakeProblem(overrides: Partial<Problem> = {}): Problem {
  return { code: 'run-failed', message: 'The computing process ended. Start again.', ...overrides };
}
