import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino, type Logger } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunReport } from '../../../server/jobs/messages';
import { ComputeSupervisor, type SupervisorOptions } from '../../../server/jobs/supervisor';
import { makeJob, Recorder } from '../../support/run-jobs';

const entry = join(import.meta.dirname, '../../support/scripted-compute.mjs');
const finishes = 1;
const goesOn = 2;

type Line = { readonly type: string; readonly [key: string]: unknown };
let log: Recorder<Line>;
let supervisor: ComputeSupervisor;

function open(options: Partial<SupervisorOptions> = {}): ComputeSupervisor {
  log = new Recorder<Line>();
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const line = JSON.parse(chunk.toString()) as { msg: string };
      log.add({ ...line, type: line.msg });
      done();
    },
  });
  const logger: Logger = pino({ level: 'debug' }, lines);
  supervisor = new ComputeSupervisor({
    entry,
    execArgv: [],
    config: { packageDir: '/nowhere', modelsDirs: ['/nowhere/models'], engine: 'onnx' },
    env: { ATELIER_TEST: '1' },
    logger,
    restartDelayMs: 10,
    ...options,
  });
  return supervisor;
}

function start(seed: number) {
  const reports = new Recorder<RunReport>();
  return { reports, run: supervisor.start(makeJob({ seed }), reports.add) };
}

afterEach(async () => {
  await supervisor.close(2_000);
});

describe('the supervisor of the compute process', () => {
  it('has the process up before the first run, with the environment that it is given and no other', async () => {
    open();
    const { names, config } = (await log.untilType('environment')) as unknown as {
      names: string[];
      config: unknown;
    };
    expect(names.filter((name) => !name.startsWith('NODE_CHANNEL'))).toEqual(['ATELIER_TEST']);
    expect(config).toEqual({ packageDir: '/nowhere', modelsDirs: ['/nowhere/models'], engine: 'onnx' });
    expect(await log.untilType('compute process ready')).toMatchObject({ engine: 'scripted' });
  });

  it('hands a run over and reports it to its end', async () => {
    open();
    const { reports } = start(finishes);
    await reports.untilType('finished');
    expect(reports.types()).toEqual(['started', 'finished']);
    expect(reports.all('finished')[0]!.outcome.checkpoint).toEqual(new Uint8Array(12));
  });

  it('passes on steering, pause, resume and stop, also from before the process was ready', async () => {
    open();
    const { reports, run } = start(goesOn);
    run.steer(makeJob({ contentWeight: 7 }).settings);
    run.pause();
    run.resume();
    run.stop();
    await reports.untilType('stopped');
    expect(reports.types()).toEqual(['started', 'paused', 'resumed', 'stopped']);
    expect(await log.untilType('steer')).toMatchObject({ contentWeight: 7 });
  });

  it('takes one run at a time', () => {
    open();
    start(goesOn);
    expect(() => start(finishes)).toThrow('a run is going on');
  });

  it.each([
    ['ends by itself', 3, /crashed \(code 3\)/],
    ['is killed', 4, /ended from outside, most likely because the machine ran out of memory.*smaller size/],
    ['says that it is out of memory', 5, /ran out of memory.*smaller size/],
    ['says what nobody understands', 7, /does not fit this server/],
  ])('R54: interrupts the run and computes the next one where the process %s', async (_, seed, message) => {
    open();
    const { reports } = start(seed);
    const { problem } = await reports.untilType('interrupted');
    expect(problem.code).toBe('run-failed');
    expect(problem.message).toMatch(message);
    expect(reports.types()).toEqual(['started', 'interrupted']);

    const next = start(finishes);
    await next.reports.untilType('finished');
  });

  it('drops late messages of a run that is over', async () => {
    open();
    const first = start(finishes);
    await first.reports.untilType('finished');
    const second = start(6);
    await second.reports.untilType('finished');
    expect(first.reports.types()).toEqual(['started', 'finished']);
    expect(second.reports.types()).toEqual(['started', 'finished']);
    expect(await log.untilType('compute process: late message dropped')).toMatchObject({ report: 'failed' });
  });

  it('starts the process again when it dies between runs, and has it load the network again', async () => {
    open();
    supervisor.warm('compact');
    await log.untilType('warm');
    const pid = supervisor.pid!;
    log.items.length = 0;
    process.kill(pid, 'SIGKILL');
    expect(await log.untilType('warm')).toMatchObject({ network: 'compact' });
    expect(supervisor.pid).not.toBe(pid);
  });

  it('has a network loaded once, however often it is named', async () => {
    open();
    await log.untilType('compute process ready');
    supervisor.warm('compact');
    supervisor.warm('compact');
    supervisor.warm('vgg19');
    await start(finishes).reports.untilType('finished');
    expect(log.all('warm').map((line) => line['network'])).toEqual(['compact', 'vgg19']);
  });

  it('has a network loaded again when other weights of it are there', async () => {
    open();
    await log.untilType('compute process ready');
    for (const variant of ['uint8', 'uint8', 'float32']) supervisor.warm('vgg19', variant);
    await start(finishes).reports.untilType('finished');
    expect(log.all('warm').map((line) => line['network'])).toEqual(['vgg19', 'vgg19']);
  });

  it('tries again later, and interrupts the run, where the system does not let it start a process', async () => {
    // Longer than the system takes: `fork` throws.
    open({ env: { ATELIER_TEST: 'x'.repeat(4_000_000) }, restartDelayMs: 1_000 });
    const first = await log.untilType('compute process died; starting it again');
    expect(first).toMatchObject({ delayMs: 1_000, err: { message: expect.stringContaining('E2BIG') } });
    expect(supervisor.pid).toBeUndefined();
    const { problem } = await start(finishes).reports.untilType('interrupted');
    expect(problem).toMatchObject({
      code: 'run-failed',
      message: expect.stringMatching(/could not be started/),
    });
    expect(log.all('compute process died; starting it again').at(-1)).toMatchObject({ delayMs: 2_000 });
  });

  it('ends a process that does not become ready, and interrupts the run that waits for it', async () => {
    open({ env: { ATELIER_TEST: 'never ready' }, readyTimeoutMs: 200 });
    const { pid } = supervisor;
    const { problem } = await start(finishes).reports.untilType('interrupted');
    expect(problem).toMatchObject({
      code: 'run-failed',
      message: expect.stringMatching(/too long to start/),
    });
    expect(() => process.kill(pid!, 0)).toThrow('ESRCH');
  });

  it('ends a process that goes on with a run that was to stop, and computes the next one', async () => {
    open({ stopTimeoutMs: 100 });
    const hung = start(8);
    await hung.reports.untilType('started');
    hung.run.stop();
    const { problem } = await hung.reports.untilType('interrupted');
    expect(problem).toMatchObject({ code: 'run-failed', message: expect.stringMatching(/did not answer/) });
    await start(finishes).reports.untilType('finished');
  });

  it('R54: replaces a process that hangs in the middle of a run', async () => {
    open({ watchdog: { floorMs: 200 } });
    const { reports } = start(10);
    await reports.untilType('started');
    const pid = supervisor.pid!;
    const { problem } = await reports.untilType('interrupted');
    expect(problem).toMatchObject({ code: 'run-failed', message: expect.stringMatching(/replaced/) });
    expect(reports.types()).toEqual(['started', 'iterates', 'interrupted']);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await start(finishes).reports.untilType('finished');
  });

  it('R54: leaves a process alone that is paused', async () => {
    open({ watchdog: { floorMs: 400, factor: 0 } });
    const { reports, run } = start(9);
    await reports.untilType('iterates');
    run.pause();
    await reports.untilType('paused');
    await new Promise((resolve) => setTimeout(resolve, 600));
    run.resume();
    await reports.untilType('resumed');
    expect(reports.all('interrupted')).toEqual([]);
  });

  it('has a run leave a checkpoint and end where it is suspended', async () => {
    open();
    const { reports, run } = start(9);
    await reports.untilType('iterates');
    run.suspend();
    await reports.untilType('suspended');
    expect(reports.types().slice(-2)).toEqual(['checkpoint', 'suspended']);
    await start(finishes).reports.untilType('finished');
  });

  it('leaves a process alone that stops its run in time', async () => {
    open({ stopTimeoutMs: 500 });
    const { reports, run } = start(goesOn);
    await reports.untilType('started');
    run.stop();
    await reports.untilType('stopped');
    const { pid } = supervisor;
    await new Promise((resolve) => setTimeout(resolve, 600));
    await start(finishes).reports.untilType('finished');
    expect(supervisor.pid).toBe(pid);
  });

  it('waits longer each time that the process dies again', async () => {
    open();
    const delays: unknown[] = [];
    for (let death = 0; death < 4; death += 1) {
      await log.untilType('compute process ready');
      log.items.length = 0;
      process.kill(supervisor.pid!, 'SIGKILL');
      delays.push((await log.untilType('compute process died; starting it again'))['delayMs']);
    }
    expect(delays).toEqual([10, 20, 40, 80]);
  });

  it('does not let a new run wait for a process that is to be started again later', async () => {
    open({ restartDelayMs: 60_000 });
    await log.untilType('compute process ready');
    process.kill(supervisor.pid!, 'SIGKILL');
    await log.untilType('compute process died; starting it again');
    expect(supervisor.pid).toBeUndefined();
    await start(finishes).reports.untilType('finished');
  });

  it('ends the process on closing, and kills it where it does not listen', async () => {
    open();
    const { reports } = start(8);
    await reports.untilType('started');
    const pid = supervisor.pid!;
    await supervisor.close(300);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(reports.types()).toEqual(['started', 'suspended']);
  });

  it('leaves a run that is started after closing to the next start', async () => {
    open();
    await supervisor.close(2_000);
    await start(finishes).reports.untilType('suspended');
  });
});
