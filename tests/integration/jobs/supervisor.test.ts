import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino, type Logger } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunReport } from '../../../server/jobs/messages';
import { ComputeSupervisor } from '../../../server/jobs/supervisor';
import { makeJob, Recorder } from '../../support/run-jobs';

const entry = join(import.meta.dirname, '../../support/scripted-compute.mjs');
const finishes = 1;
const goesOn = 2;

type Line = { readonly type: string; readonly [key: string]: unknown };
let log: Recorder<Line>;
let supervisor: ComputeSupervisor;

function open(restartDelayMs = 10): ComputeSupervisor {
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
    config: { packageDir: '/nowhere', modelsDirs: ['/nowhere/models'] },
    env: { ATELIER_TEST: '1' },
    logger,
    restartDelayMs,
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
    expect(config).toEqual({ packageDir: '/nowhere', modelsDirs: ['/nowhere/models'] });
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
  ])('fails the run and computes the next one where the process %s', async (_, seed, message) => {
    open();
    const { reports } = start(seed);
    const failed = await reports.untilType('failed');
    expect(failed.problem.code).toBe('run-failed');
    expect(failed.problem.message).toMatch(message);
    expect(failed.problem.message).toContain('Its curve is kept, its picture is lost.');
    expect(reports.types()).toEqual(['started', 'failed']);

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
    open(60_000);
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
    expect(reports.all('failed')[0]!.problem.code).toBe('unavailable');
  });

  it('fails a run that is started after closing', async () => {
    open();
    await supervisor.close(2_000);
    expect((await start(finishes).reports.untilType('failed')).problem.code).toBe('unavailable');
  });
});
