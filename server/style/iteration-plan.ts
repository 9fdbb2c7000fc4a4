import { replan, shareIterations } from './schedule';
import { StyleError } from './style-error';

/** What was done before a run began that goes on from a picture. */
export interface PlanStart {
  readonly iteration: number;
  /** The scale that the picture is of; where it is left out, all that is left is made at the last scale. */
  readonly scale?: number | undefined;
}

/** The iterations of a run, scale by scale: how many are done, how many are left, and which scale it is at. */
export class IterationPlan {
  /** Iterations done before it began that belong to none of its scales. */
  readonly #before: number;
  readonly #done: number[];
  /** Iterations of scales that were left early, since they had converged. */
  readonly #dropped: number[];
  #rest: number[];
  #scale: number;

  /**
   * @param iterations of the whole run, with those that were done before it began
   * @param scales how many there are
   * @param start where the run goes on from; where it is left out, the iterations are shared out from coarse to fine
   * @throws StyleError `bad-settings` where all is left to the last scale, and nothing is left
   */
  constructor(iterations: number, scales: number, start: PlanStart | undefined) {
    const first = firstPlan(iterations, scales, start);
    this.#before = first.before;
    this.#done = first.done;
    this.#rest = first.rest;
    this.#dropped = this.#rest.map(() => 0);
    const scale = nextScale(this.#rest, 0);
    this.#scale = scale < 0 ? scales - 1 : scale;
  }

  /** The number of the last iteration that was done. */
  get iteration(): number {
    return this.#before + sum(this.#done);
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
    this.#rest = replan(Math.max(1, iterations - this.#before), counted, this.#scale);
  }
}

interface FirstPlan {
  readonly before: number;
  readonly done: number[];
  readonly rest: number[];
}

function firstPlan(iterations: number, scales: number, start: PlanStart | undefined): FirstPlan {
  const none = Array.from({ length: scales }, () => 0);
  if (start === undefined) return { before: 0, done: none, rest: shareIterations(iterations, scales) };
  if (start.scale !== undefined) {
    const done = doneBefore(start.iteration, start.scale, shareIterations(iterations, scales));
    return { before: 0, done, rest: replan(iterations, done, start.scale) };
  }
  if (!(iterations > start.iteration)) {
    throw new StyleError(
      'bad-settings',
      `${start.iteration} iterations are done already; ask for more than that`,
    );
  }
  return { before: start.iteration, done: none, rest: [...none.slice(1), iterations - start.iteration] };
}

/**
 * How a run that was never steered comes to that many iterations at that scale: the scales gone through had their shares,
 * and the rest was done here.
 */
function doneBefore(iteration: number, scale: number, shares: readonly number[]): number[] {
  let left = iteration;
  return shares.map((share, index) => {
    const done = index < scale ? Math.min(share, left) : index === scale ? left : 0;
    left -= done;
    return done;
  });
}

/** The first scale from `from` on that has iterations left; a run of few iterations leaves the coarsest out. */
function nextScale(rest: readonly number[], from: number): number {
  return rest.findIndex((count, index) => index >= from && count > 0);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
