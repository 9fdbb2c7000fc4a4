import sharp from 'sharp';
import type { RunFrame, RunJob, Submission } from '../../server/jobs/run-queue';
import type { RunId } from '../../server/protocol/ids';
import { FakeRunQueue, fakeFrame, fakeOutcome, fakePoint } from './fake-run-queue';

const WIDTH = 320;
const HEIGHT = 240;
/** Different pictures, so that each frame has to be decoded and painted. */
const PICTURES = 8;

/** The run that is going. */
interface Going {
  readonly job: RunJob;
  readonly timer: NodeJS.Timeout;
  iteration: number;
  paused: boolean;
}

/** Computes nothing, but sends frames and scalars of every run at a steady pace until it is stopped. */
export class FrameQueue extends FakeRunQueue {
  readonly #everyMs: number;
  readonly #pictures: readonly Uint8Array[];
  #going: Going | undefined;

  private constructor(everyMs: number, pictures: readonly Uint8Array[]) {
    super();
    this.#everyMs = everyMs;
    this.#pictures = pictures;
  }

  static async open(framesPerSecond: number): Promise<FrameQueue> {
    const pictures = Array.from({ length: PICTURES }, (_, index) => {
      const noise = { type: 'gaussian', mean: 40 + 20 * index, sigma: 30 } as const;
      return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#000', noise } })
        .jpeg()
        .toBuffer();
    });
    return new FrameQueue(1000 / framesPerSecond, await Promise.all(pictures));
  }

  override submit(job: RunJob, submission?: Submission): void {
    super.submit(job, submission);
    this.emit(job.runId, { type: 'started', engine: 'frames', networkChecksum: 'sha256:00' });
    const timer = setInterval(() => this.#step(), this.#everyMs);
    this.#going = { job, timer, iteration: 0, paused: false };
  }

  override pause(runId: RunId): void {
    super.pause(runId);
    if (this.#going) this.#going.paused = true;
    this.emit(runId, { type: 'paused' });
  }

  override resume(runId: RunId): void {
    super.resume(runId);
    if (this.#going) this.#going.paused = false;
    this.emit(runId, { type: 'resumed' });
  }

  override stop(runId: RunId): void {
    super.stop(runId);
    const progress = this.#progress();
    this.#end();
    // The picture of the outcome comes as a last frame, which is kept.
    this.emit(runId, { type: 'frame', frame: { ...this.#frame(progress.iteration), final: true } });
    const picture = sharp({ create: { width: 4, height: 3, channels: 3, background: '#804020' } }).png();
    void picture.toBuffer().then((png) => {
      this.emit(runId, { type: 'stopped', outcome: fakeOutcome({ png, progress }) });
    });
  }

  override async close(timeoutMs: number): Promise<void> {
    this.#end();
    await super.close(timeoutMs);
  }

  #end(): void {
    clearInterval(this.#going?.timer);
    this.#going = undefined;
  }

  #progress() {
    const iteration = this.#going?.iteration ?? 0;
    const totalIterations = this.#going?.job.settings.iterations ?? 1;
    return { iteration, totalIterations, remainingSeconds: totalIterations - iteration };
  }

  #step(): void {
    const going = this.#going;
    if (!going || going.paused) return;
    // At the last one it stays: frames go on.
    if (going.iteration < going.job.settings.iterations) {
      going.iteration += 1;
      const points = [fakePoint(going.iteration, { width: WIDTH, height: HEIGHT })];
      this.emit(going.job.runId, { type: 'iterates', points, progress: this.#progress() });
    }
    this.emit(going.job.runId, { type: 'frame', frame: this.#frame(going.iteration) });
  }

  #frames = 0;

  #frame(iteration: number): RunFrame {
    this.#frames += 1;
    const bytes = this.#pictures[this.#frames % PICTURES]!;
    return fakeFrame(iteration, { width: WIDTH, height: HEIGHT, bytes });
  }
}
