import type { ModelLibrary } from '../models/library';
import type { NetworkId } from '../protocol/networks';
import type { Engine } from '../style/engine';
import type { ComputeChannel } from './compute-channel';
import { computeRun } from './compute-run';
import { largestSize } from './forecast/forecast';
import { usableMemory } from './forecast/machine-memory';
import { measureMachine } from './forecast/measure-machine';
import type { MachineSample } from './forecast/samples';
import { MemoryGauge } from './memory-gauge';
import type { ComputeCommand, RunReport } from './messages';
import { RunControl } from './run-control';
import { runProblem } from './run-problem';
import type { RunJob } from './run-queue';
import { WarmNetwork } from './warm-network';

/** Obeys the server's commands, one run at a time. */
export class ComputeWorker {
  readonly #engine: Engine;
  readonly #channel: ComputeChannel;
  readonly #network: WarmNetwork;
  readonly #memory = new MemoryGauge();
  /** Resident memory before there was a network. */
  readonly #idleBytes = process.memoryUsage.rss();
  /** The latest measurement of the machine. */
  #machine: MachineSample | undefined;
  /** Runs that wait or go on: nobody is to wait for a measurement. */
  #runs = 0;
  #work: Promise<void> = Promise.resolve();
  #current: { readonly epoch: number; readonly control: RunControl } | undefined;

  constructor(engine: Engine, library: ModelLibrary, channel: ComputeChannel) {
    this.#engine = engine;
    this.#channel = channel;
    this.#network = new WarmNetwork(engine, library);
  }

  obey(command: Exclude<ComputeCommand, { type: 'shutdown' }>): void {
    switch (command.type) {
      case 'warm':
        this.#enqueue(() => this.#warm(command.network));
        this.#enqueue(() => this.#measure(command.network));
        return;
      case 'start': {
        const { epoch, job } = command;
        const control = new RunControl();
        this.#current = { epoch, control };
        this.#runs += 1;
        this.#enqueue(() => this.#run(epoch, job, control));
        this.#enqueue(async () => {
          this.#runs -= 1;
          if (this.#machine === undefined) await this.#measure(job.settings.network);
        });
        return;
      }
      case 'steer':
        this.#control(command.epoch)?.steer(command.settings);
        return;
      case 'pause':
        this.#control(command.epoch)?.pause();
        return;
      case 'resume':
        this.#control(command.epoch)?.resume();
        return;
      case 'stop':
        this.#control(command.epoch)?.stop();
        return;
      case 'suspend':
        this.#control(command.epoch)?.suspend();
        return;
    }
  }

  /** Nothing that is enqueued fails but by a channel that is closed, and then the process ends anyway. */
  #enqueue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work);
  }

  #control(epoch: number): RunControl | undefined {
    return this.#current?.epoch === epoch ? this.#current.control : undefined;
  }

  async #run(epoch: number, job: RunJob, control: RunControl): Promise<void> {
    const report = (body: RunReport) => this.#channel.send({ type: 'report', epoch, report: body });
    try {
      await computeRun(job, control, {
        engine: this.#engine,
        network: this.#network,
        memory: this.#memory,
        // Before the machine is measured, nothing larger than what goes on is known to fit.
        largestSize: (request) =>
          this.#machine === undefined
            ? request.settings.size
            : largestSize(request, this.#machine, usableMemory()),
        report,
        measured: (sample) => this.#channel.send({ type: 'measured', measurement: { kind: 'run', sample } }),
        log: (message, details) => this.#channel.log('debug', message, details),
        now: () => performance.now(),
      });
    } catch (error) {
      const { problem, expected } = runProblem(error);
      await this.#channel.log(expected ? 'info' : 'error', 'a run failed', {
        runId: job.runId,
        error: error instanceof Error ? error.stack : String(error),
      });
      await report({ type: 'failed', problem });
    }
  }

  async #warm(id: NetworkId): Promise<void> {
    try {
      await this.#network.preload(id);
    } catch (error) {
      // The run that needs this network will say so to the people whom it concerns.
      await this.#channel.log('warn', 'a network could not be loaded in advance', {
        network: id,
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }

  /** Measures the machine with a network, once. */
  async #measure(id: NetworkId): Promise<void> {
    if (this.#runs > 0 || this.#machine?.network === id) return;
    const engine = `${this.#engine.name} (${this.#engine.device})`;
    try {
      this.#machine = await measureMachine(engine, id, this.#network, this.#idleBytes);
    } catch (error) {
      // The same as with a network that cannot be loaded: forecasts are missing until there is one.
      await this.#channel.log('warn', 'the machine could not be measured', {
        network: id,
        error: error instanceof Error ? error.message : String(error),
      });
      return;
    }
    this.#memory.sample();
    await this.#channel.send({
      type: 'measured',
      measurement: { kind: 'machine', sample: this.#machine },
    });
  }
}
