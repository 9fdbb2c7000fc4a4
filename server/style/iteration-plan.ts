import { replan, shareIterations } from './schedule';
import { StyleError } from './style-error';

/** The iterations of a run, scale by scale: how many are done, how many are left, and which scale it is at. */
export class IterationPlan {
  readonly #startsAt: number;
  readonly #done: number[];
  /** Iterations of scales that were left early, since they had converged. */
  readonly #dropped: number[];
  #rest: number[];
  #scale: number;

  /**
   * @param iterations of the whole run, with those that were done before it began
   * @param scales how many there are
   * @param startsAt how many were done before it began, in a run that is continued: all others are made at the last
   * scale. Where it is left out, they are shared out from coarse to fine.
   * @throws StyleError `bad-settings` where there is nothing left to do
   */
  constructor(iterations: number, scales: number, startsAt: number | undefined) {
    this.#startsAt = startsAt ?? 0;
    this.#rest = firstPlan(iterations, startsAt, scales);
    this.#done = this.#rest.map(() => 0);
    this.#dropped = this.#rest.map(() => 0);
    this.#scale = nextScale(this.#rest, 0);
  }

  /** The number of the last iteration that was done. */
  get iteration(): number {
    return this.#startsAt + sum(this.#done);
  }

  /** What {@link iteration} will be at the end, as things stand. */
  get totalIterations(): number {
    return this.iteration + sum(this.#rest);
  }

  /** The index of the present scale. */
  get scale(): number {
    return this.#scale;
  }

  get scales(): number {
    return this.#rest.length;
  }

  /** The index of the scale to come; `undefined` at the last one. */
  get nextScale(): number | undefined {
    const next = nextScale(this.#rest, this.#scale + 1);
    return next < 0 ? undefined : next;
  }

  /** Iterations left at the present scale. */
  get leftAtScale(): number {
    return this.#rest[this.#scale];
  }

  /** Whether nothing is left, at this scale or another. */
  get isDone(): boolean {
    return sum(this.#rest) === 0;
  }

  /** Counts an iteration at the present scale. */
  count(): void {
    this.#done[this.#scale] += 1;
    this.#rest[this.#scale] -= 1;
  }

  /** Gives up what is left at the present scale. */
  leaveScale(): void {
    this.#dropped[this.#scale] += this.leftAtScale;
    this.#rest[this.#scale] = 0;
  }

  /** Goes to the scale to come. @returns whether there is one */
  advance(): boolean {
    const next = this.nextScale;
    if (next === undefined) return false;
    this.#scale = next;
    return true;
  }

  /**
   * Plans the rest anew for another number of iterations.
   *
   * @param iterations of the whole run, with those that were done before it began
   */
  change(iterations: number): void {
    const counted = this.#done.map((count, index) => count + this.#dropped[index]);
    this.#rest = replan(Math.max(1, iterations - this.#startsAt), counted, this.#scale);
  }
}

function firstPlan(iterations: number, startsAt: number | undefined, scales: number): number[] {
  if (startsAt === undefined) return shareIterations(iterations, scales);
  if (!(iterations > startsAt)) {
    throw new StyleError('bad-settings', `${startsAt} iterations are done already; ask for more than that`);
  }
  return [...Array.from({ length: scales - 1 }, () => 0), iterations - startsAt];
}

/** The first scale from `from` on that has iterations left; a run of few iterations leaves the coarsest out. */
function nextScale(rest: readonly number[], from: number): number {
  return rest.findIndex((count, index) => index >= from && count > 0);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
