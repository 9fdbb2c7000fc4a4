import { beforeEach, describe, expect, it } from 'vitest';
import type { ComputeHost, ComputeRun } from '../../../server/jobs/compute-host';
import type { Measurement } from '../../../server/jobs/forecast/samples';
import { LocalRunQueue } from '../../../server/jobs/local-run-queue';
import type { RunReport } from '../../../server/jobs/messages';
import type { RunEvent, RunJob } from '../../../server/jobs/run-queue';
import { createLogger } from '../../../server/logger';
import { fakeFrame, fakeOutcome, fakeProblem } from '../../support/fake-run-queue';
import { machineSample } from '../../support/machine-sample';
import { makeJob } from '../../support/run-jobs';

/** Computes nothing; a test says what is reported. */
class FakeHost implements ComputeHost {
  readonly jobs: RunJob[] = [];
  readonly calls: string[] = [];
  report: (report: RunReport) => void = () => {
    throw new Error('no run was started');
  };
  closed: number | undefined;

  start(job: RunJob, onReport: (report: RunReport) => void): ComputeRun {
    this.jobs.push(job);
    this.report = onReport;
    return {
      steer: (settings) => this.calls.push(`steer ${settings.contentWeight}`),
      pause: () => this.calls.push('pause'),
      resume: () => this.calls.push('resume'),
      stop: () => this.calls.push('stop'),
    };
  }

  measured: (measurement: Measurement) => void = () => undefined;

  onMeasured(listener: (measurement: Measurement) => void): void {
    this.measured = listener;
  }

  async close(timeoutMs: number): Promise<void> {
    this.closed = timeoutMs;
  }
}

const started: RunReport = { type: 'started', engine: 'fake', networkChecksum: 'sha256:00' };
const finished = (): RunReport => ({ type: 'finished', outcome: fakeOutcome() });
const delivered = () => new Promise((resolve) => setImmediate(resolve));

let host: FakeHost;
let queue: LocalRunQueue;
let events: RunEvent[];
/** `1 started`, `2 queued 1`, …: the runs are numbered as they are submitted. */
let story: string[];
let jobs: RunJob[];

function submit(count: number): void {
  for (let i = 0; i < count; i += 1) {
    const job = makeJob();
    jobs.push(job);
    queue.submit(job);
  }
}

const id = (number: number) => jobs[number - 1]!.runId;

beforeEach(() => {
  host = new FakeHost();
  queue = new LocalRunQueue(host, createLogger('silent'));
  events = [];
  story = [];
  jobs = [];
  queue.subscribe((event) => {
    events.push(event);
    const number = jobs.findIndex((job) => job.runId === event.runId) + 1;
    story.push([number, event.type, ...(event.type === 'queued' ? [event.position] : [])].join(' '));
  });
});

describe('the local run queue', () => {
  it('computes one run after another, in the order in which they came', async () => {
    submit(3);
    expect(host.jobs).toEqual([jobs[0]]);
    host.report(finished());
    host.report(finished());
    host.report({ type: 'failed', problem: fakeProblem() });
    await delivered();
    expect(host.jobs).toEqual(jobs);
    expect(story.filter((line) => !line.includes('queued'))).toEqual([
      '1 finished',
      '2 finished',
      '3 failed',
    ]);
  });

  it('announces positions when they change, and only then', async () => {
    submit(3);
    await delivered();
    expect(story.splice(0)).toEqual(['1 queued 1', '2 queued 2', '3 queued 3']);
    host.report(started);
    await delivered();
    expect(story.splice(0)).toEqual(['1 started', '2 queued 1', '3 queued 2']);
    host.report(finished());
    await delivered();
    expect(story.splice(0)).toEqual(['1 finished']);
    host.report(started);
    await delivered();
    expect(story.splice(0)).toEqual(['2 started', '3 queued 1']);
  });

  it('passes on what is reported, with the ids of the run', async () => {
    submit(1);
    const frame = fakeFrame(3);
    host.report({ type: 'frame', frame });
    await delivered();
    expect(events.at(-1)).toEqual({ roomId: jobs[0]!.roomId, runId: id(1), type: 'frame', frame });
  });

  it('never calls a listener from inside a call', async () => {
    submit(1);
    expect(story).toEqual([]);
    await delivered();
    expect(story).toEqual(['1 queued 1']);
  });

  it('steers, pauses, resumes and stops the run that is going on', () => {
    submit(2);
    queue.steer(id(1), { ...jobs[0]!.settings, contentWeight: 7 });
    queue.pause(id(1));
    queue.resume(id(1));
    queue.stop(id(1));
    expect(host.calls).toEqual(['steer 7', 'pause', 'resume', 'stop']);
  });

  it('steers a waiting run by starting it with the new settings', () => {
    submit(2);
    queue.steer(id(2), { ...jobs[1]!.settings, contentWeight: 7 });
    host.report(finished());
    expect(host.jobs[1]!.settings.contentWeight).toBe(7);
    expect(host.calls).toEqual([]);
  });

  it('lets a stopped run leave the row without a picture', async () => {
    submit(3);
    await delivered();
    story.length = 0;
    queue.stop(id(2));
    await delivered();
    expect(story).toEqual(['2 stopped', '3 queued 2']);
    expect(events.find((event) => event.type === 'stopped')).toMatchObject({ outcome: null });
    host.report(finished());
    expect(host.jobs).toEqual([jobs[0], jobs[2]]);
  });

  it('ignores calls for a run that is over', async () => {
    submit(1);
    host.report(finished());
    await delivered();
    story.length = 0;
    queue.steer(id(1), jobs[0]!.settings);
    queue.pause(id(1));
    queue.resume(id(1));
    queue.stop(id(1));
    await delivered();
    expect(host.calls).toEqual([]);
    expect(story).toEqual([]);
  });

  it('goes on when a listener fails', async () => {
    queue.subscribe(() => {
      throw new Error('a broken listener');
    });
    const heard: string[] = [];
    queue.subscribe((event) => heard.push(event.type));
    submit(1);
    await delivered();
    expect(heard).toEqual(['queued']);
  });

  it('forecasts runs once the machine is measured, and says when forecasts change', () => {
    const request = {
      settings: makeJob().settings,
      content: { width: 800, height: 600 },
      styles: [{ width: 500, height: 500 }],
    };
    let changes = 0;
    const unsubscribe = queue.onForecastChange(() => (changes += 1));
    expect(queue.forecast(request)).toBeNull();
    host.measured({ kind: 'machine', sample: machineSample() });
    const first = queue.forecast(request)!;
    expect(first.secondsPerIteration).toBeGreaterThan(0);
    const twice = { secondsPerIteration: 2 * first.secondsPerIteration, peakBytes: null };
    host.measured({ kind: 'run', sample: { engine: machineSample().engine, ...request, ...twice } });
    expect(queue.forecast(request)!.secondsPerIteration).toBeGreaterThan(first.secondsPerIteration);
    expect(changes).toBe(2);
    unsubscribe();
    host.measured({ kind: 'run', sample: { engine: machineSample().engine, ...request, ...twice } });
    expect(changes).toBe(2);
  });

  it('ends a subscription', async () => {
    const heard: string[] = [];
    const unsubscribe = queue.subscribe((event) => heard.push(event.type));
    unsubscribe();
    submit(1);
    await delivered();
    expect(heard).toEqual([]);
    expect(story).toEqual(['1 queued 1']);
  });

  it('on closing, keeps the picture of the run that is going on and sends the others away', async () => {
    submit(2);
    host.report(started);
    const closing = queue.close(10_000);
    await delivered();
    expect(host.calls).toEqual(['stop']);
    expect(host.closed).toBeUndefined();
    host.report({ type: 'stopped', outcome: fakeOutcome() });
    await closing;
    expect(story.slice(-2)).toEqual(['2 stopped', '1 stopped']);
    expect(events.at(-1)).toMatchObject({ type: 'stopped', outcome: { width: 4 } });
    expect(host.closed).toBeGreaterThan(9_000);
    expect(host.jobs).toEqual([jobs[0]]);
  });

  it('on closing, does not wait longer than it may', async () => {
    submit(1);
    host.report(started);
    await queue.close(600);
    expect(host.closed).toBeLessThanOrEqual(520);
  });

  it('refuses a run that comes after it was closed', async () => {
    await queue.close(100);
    submit(1);
    await delivered();
    expect(events).toMatchObject([{ type: 'failed', problem: { code: 'unavailable' } }]);
    expect(host.jobs).toEqual([]);
  });
});
