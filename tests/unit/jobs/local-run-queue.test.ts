import { beforeEach, describe, expect, it } from 'vitest';
import type { ComputeHost, ComputeRun } from '../../../server/jobs/compute-host';
import type { Measurement } from '../../../server/jobs/forecast/samples';
import { LocalRunQueue } from '../../../server/jobs/local-run-queue';
import type { RunReport } from '../../../server/jobs/messages';
import type { RunEvent, RunJob, Submission } from '../../../server/jobs/run-queue';
import { createLogger } from '../../../server/logger';
import type { StartPicture } from '../../../server/jobs/own-start';
import type { RoomId } from '../../../server/protocol/ids';
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
      suspend: () => this.calls.push('suspend'),
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
/** Milliseconds. */
let clock: number;

function submit(count: number, submission: Submission = {}): void {
  for (let i = 0; i < count; i += 1) add(makeJob(), submission);
}

function add(job: RunJob, submission: Submission = {}): void {
  jobs.push(job);
  queue.submit(job, submission);
}

const room = (letter: string) => `room-${letter.repeat(8)}` as RoomId;
const inRoom = (letter: string): RunJob => ({ ...makeJob(), roomId: room(letter) });
/** A run that goes on from a checkpoint of its own. */
const resumed = (): RunJob => ({
  ...makeJob(),
  start: {
    picture: new Uint8Array(12),
    format: 'float32',
    width: 1,
    height: 1,
    iteration: 40,
    scale: 0,
    seconds: 1,
  },
});
const startPicture: StartPicture = {
  frame: fakeFrame(40, { final: true }),
  outcome: fakeOutcome({ progress: { iteration: 40, totalIterations: 300, remainingSeconds: 0 } }),
};
const request = { content: { width: 800, height: 600 }, styles: [{ width: 500, height: 500 }] };
const waits = () => events.filter((event) => event.type === 'queued');

const id = (number: number) => jobs[number - 1]!.runId;

beforeEach(() => {
  host = new FakeHost();
  clock = 0;
  queue = new LocalRunQueue(host, createLogger('silent'), {
    turnKeptMs: 20,
    now: () => clock,
    pictureOfStart: async () => startPicture,
  });
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
    expect(story.splice(0)).toEqual(['1 finished', '2 queued 1']); // it is known now that it begins at once
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

  it('lets a stopped run that has not begun leave the row without a picture', async () => {
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
    const asked = { ...request, settings: makeJob().settings };
    let changes = 0;
    const unsubscribe = queue.onForecastChange(() => (changes += 1));
    expect(queue.forecast(asked)).toBeNull();
    host.measured({ kind: 'machine', sample: machineSample() });
    const first = queue.forecast(asked)!;
    expect(first.secondsPerIteration).toBeGreaterThan(0);
    const twice = { secondsPerIteration: 2 * first.secondsPerIteration, peakBytes: null };
    host.measured({ kind: 'run', sample: { engine: machineSample().engine, ...asked, ...twice } });
    expect(queue.forecast(asked)!.secondsPerIteration).toBeGreaterThan(first.secondsPerIteration);
    expect(changes).toBe(2);
    unsubscribe();
    host.measured({ kind: 'run', sample: { engine: machineSample().engine, ...asked, ...twice } });
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

  it('on closing, has the run that is going on suspended and ends none', async () => {
    submit(2);
    host.report(started);
    const closing = queue.close(10_000);
    await delivered();
    expect(host.calls).toEqual(['suspend']);
    expect(host.closed).toBeUndefined();
    host.report({ type: 'suspended' });
    await closing;
    expect(story.slice(-2)).toEqual(['2 suspended', '1 suspended']);
    expect(host.closed).toBeGreaterThan(9_000);
    expect(host.jobs).toEqual([jobs[0]]);
  });

  it('on closing, does not wait longer than it may', async () => {
    submit(1);
    host.report(started);
    await queue.close(600);
    expect(host.closed).toBeLessThanOrEqual(600);
  });

  it('takes what dies while it closes as suspended', async () => {
    submit(1);
    host.report(started);
    const closing = queue.close(10_000);
    host.report({ type: 'interrupted', problem: fakeProblem() });
    await closing;
    expect(story.at(-1)).toBe('1 suspended');
  });

  it('ignores a run that comes after it was closed: it is asked for again after the next start', async () => {
    await queue.close(100);
    submit(1);
    await delivered();
    expect(events).toEqual([]);
    expect(host.jobs).toEqual([]);
  });
});

describe('a run that waits', () => {
  it('R28: is passed over while it is held, and waits again once it is let go', async () => {
    submit(3);
    queue.pause(id(2));
    await delivered();
    expect(story.splice(0).slice(-2)).toEqual(['2 paused', '3 queued 2']);
    host.report(finished());
    expect(host.jobs.at(-1)).toBe(jobs[2]);
    host.report(started);
    queue.resume(id(2));
    await delivered();
    expect(story.at(-1)).toBe('2 queued 1');
    host.report(finished());
    expect(host.jobs.at(-1)).toBe(jobs[1]);
  });

  it('R28: is not begun where it is submitted as held, though nothing is going', async () => {
    submit(1, { held: true });
    await delivered();
    expect(story).toEqual(['1 paused']);
    expect(host.jobs).toEqual([]);
    queue.resume(id(1));
    expect(host.jobs).toEqual(jobs);
  });

  it('leaves the picture of the checkpoint that it was to go on from, where it is stopped', async () => {
    submit(1);
    add(resumed());
    queue.stop(id(2));
    await delivered();
    expect(story.slice(-2)).toEqual(['2 frame', '2 stopped']);
    expect(events.at(-1)).toMatchObject({ type: 'stopped', outcome: { progress: { iteration: 40 } } });
  });

  it('leaves that picture also where it is stopped before it has come further', async () => {
    add(resumed());
    host.report(started);
    host.report({ type: 'stopped', outcome: null });
    await delivered();
    expect(story.slice(-2)).toEqual(['1 frame', '1 stopped']);
    expect(events.at(-1)).toMatchObject({ outcome: startPicture.outcome });
  });
});

describe('turns', () => {
  it('R49: are of the room that was served longest ago, and the places say so', async () => {
    for (const letter of ['a', 'a', 'a', 'b', 'c']) add(inRoom(letter));
    await delivered();
    const places = jobs.map(({ runId }) => waits().findLast((event) => event.runId === runId)!.position);
    expect(places).toEqual([1, 4, 5, 2, 3]);
    for (let run = 0; run < 4; run += 1) host.report(finished());
    expect(host.jobs.map(({ roomId }) => roomId)).toEqual(['a', 'b', 'c', 'a', 'a'].map(room));
  });

  it('R54: an interrupted run keeps its turn until it is submitted again', async () => {
    submit(2);
    host.report(started);
    host.report({ type: 'interrupted', problem: fakeProblem() });
    expect(host.jobs).toEqual([jobs[0]]);
    queue.submit(jobs[0]!);
    expect(host.jobs).toEqual([jobs[0], jobs[0]]);
    await delivered();
    expect(story.slice(-3)).toEqual(['1 interrupted', '1 queued 1', '2 queued 2']);
  });

  it('R54: one that does not come back keeps nobody waiting', async () => {
    submit(2);
    host.report({ type: 'interrupted', problem: fakeProblem() });
    await expect.poll(() => host.jobs).toEqual(jobs);
  });

  it('R54: one that was paused gives its turn up', () => {
    submit(2);
    host.report({ type: 'interrupted', problem: fakeProblem() });
    queue.submit(jobs[0]!, { held: true });
    expect(host.jobs).toEqual(jobs);
  });
});

describe('when a run will begin', () => {
  const progress = (remainingSeconds: number): RunReport => ({
    type: 'iterates',
    points: [],
    progress: { iteration: 1, totalIterations: 300, remainingSeconds },
  });
  const inRow = (count: number) => submit(count, { request: { ...request, settings: makeJob().settings } });
  const lastOf = (number: number) => waits().findLast((event) => event.runId === id(number));

  beforeEach(() => host.measured({ kind: 'machine', sample: machineSample() }));

  it('R49: is what is left of the run that is going, and what those before it will take', async () => {
    const whole = queue.forecast({ ...request, settings: makeJob().settings })!.totalSeconds;
    inRow(3);
    host.report(started);
    host.report(progress(100));
    await delivered();
    expect(lastOf(2)).toMatchObject({ position: 1, startsInSeconds: 100 });
    expect(lastOf(3)).toMatchObject({ position: 2, startsInSeconds: Math.round(100 + whole) });
  });

  it('R49: is told again as the time goes by, and not for a second more or less', async () => {
    inRow(2);
    host.report(started);
    host.report(progress(100));
    await delivered();
    events.length = 0;
    host.report(progress(90));
    await delivered();
    expect(waits()).toEqual([]);
    clock += 20_000;
    host.report({ type: 'frame', frame: fakeFrame(3) });
    await delivered();
    expect(waits()).toMatchObject([{ runId: id(2), startsInSeconds: 70 }]);
  });

  it('R49: is not known behind a run that is paused, nor behind one that cannot be foreseen', async () => {
    inRow(1);
    submit(1);
    inRow(1);
    host.report(started);
    host.report(progress(100));
    await delivered();
    expect(lastOf(2)).toMatchObject({ startsInSeconds: 100 });
    expect(lastOf(3)).toMatchObject({ startsInSeconds: null });
    host.report({ type: 'paused' });
    await delivered();
    expect(lastOf(2)).toMatchObject({ startsInSeconds: null });
  });

  it('R49: counts of a run that goes on only what is left of it', async () => {
    const settings = { ...makeJob().settings, iterations: 300 };
    const { secondsPerIteration } = queue.forecast({ ...request, settings })!;
    inRow(1);
    add({ ...resumed(), settings }, { request: { ...request, settings } });
    inRow(1);
    host.report(started);
    host.report(progress(10));
    await delivered();
    expect(lastOf(3)).toMatchObject({ startsInSeconds: Math.round(10 + 260 * secondsPerIteration) });
  });
});
