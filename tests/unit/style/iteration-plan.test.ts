import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IterationPlan } from '../../../server/style/iteration-plan';

/** Counts iterations to the end. @returns the scale of each */
function scalesOf(plan: IterationPlan): number[] {
  const scales: number[] = [];
  do {
    while (plan.leftAtScale > 0) {
      plan.count();
      scales.push(plan.scale);
    }
  } while (plan.advance());
  return scales;
}

describe('the plan of iterations', () => {
  it('goes from coarse to fine, and is done when all are counted', () => {
    const plan = new IterationPlan(8, 3, undefined);
    expect(plan).toMatchObject({ iteration: 0, totalIterations: 8, scales: 3, isDone: false });
    expect(scalesOf(plan)).toEqual([0, 0, 1, 1, 2, 2, 2, 2]);
    expect(plan).toMatchObject({ iteration: 8, totalIterations: 8, nextScale: undefined, isDone: true });
  });

  it('leaves out the coarsest scales where there are too few iterations for all', () => {
    expect(scalesOf(new IterationPlan(2, 3, undefined))).toEqual([1, 2]);
  });

  it('goes on where another run ended, at the last scale', () => {
    const plan = new IterationPlan(12, 3, { iteration: 10 });
    expect(plan).toMatchObject({ iteration: 10, totalIterations: 12, scale: 2 });
    expect(scalesOf(plan)).toEqual([2, 2]);
    expect(plan.iteration).toBe(12);
    expect(() => new IterationPlan(10, 3, { iteration: 10 })).toThrow(
      expect.objectContaining({ code: 'bad-settings' }),
    );
  });

  it('shortens the run by what is left at a scale that is given up, also when it is planned anew', () => {
    const plan = new IterationPlan(20, 2, undefined);
    plan.count();
    plan.leaveScale();
    expect(plan).toMatchObject({ leftAtScale: 0, totalIterations: 11, nextScale: 1, isDone: false });
    plan.change(30);
    // Of 30, each scale gets 15; of the first, 10 are done or given up.
    expect(plan).toMatchObject({ iteration: 1, leftAtScale: 5, totalIterations: 21 });
  });

  it('counts the iterations of the run that it goes on from when it is planned anew', () => {
    const plan = new IterationPlan(12, 1, { iteration: 10 });
    plan.count();
    plan.change(15);
    expect(plan).toMatchObject({ iteration: 11, leftAtScale: 4, totalIterations: 15 });
    plan.change(3);
    expect(plan).toMatchObject({ iteration: 11, leftAtScale: 0, totalIterations: 11, isDone: true });
  });

  it('goes on from any moment of a run just as the run itself would have gone on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat({ max: 399 }),
        (iterations, scales, moment) => {
          const whole = scalesOf(new IterationPlan(iterations, scales, undefined));
          const iteration = moment % iterations;
          // The picture after an iteration is of the scale of that iteration; the first one, of the first scale.
          const scale = whole[Math.max(0, iteration - 1)]!;
          const rest = new IterationPlan(iterations, scales, { iteration, scale });
          expect(rest).toMatchObject({ iteration, totalIterations: iterations });
          expect(scalesOf(rest)).toEqual(whole.slice(iteration));
          expect(rest.isDone).toBe(true);
        },
      ),
    );
  });

  it('goes on to what is asked for by then, never back to a coarser scale, however the run was steered before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat({ max: 500 }),
        fc.nat({ max: 5 }),
        (iterations, scales, iteration, at) => {
          const scale = at % scales;
          const rest = new IterationPlan(iterations, scales, { iteration, scale });
          const there = scalesOf(rest);
          expect(there.every((other, index) => other >= (there[index - 1] ?? scale))).toBe(true);
          // The picture has the chosen size in the end.
          const least = scale < scales - 1 ? 1 : 0;
          expect(there).toHaveLength(Math.max(least, iterations - iteration));
          expect(there.at(-1) ?? scale).toBe(scales - 1);
        },
      ),
    );
  });

  it('is planned anew in a run that goes on as it would have been in the run itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat({ max: 199 }),
        (iterations, other, scales, moment) => {
          const whole = new IterationPlan(iterations, scales, undefined);
          const iteration = moment % iterations;
          while (whole.iteration < iteration) {
            if (whole.leftAtScale === 0) whole.advance();
            whole.count();
          }
          const rest = new IterationPlan(iterations, scales, { iteration, scale: whole.scale });
          for (const plan of [whole, rest]) {
            if (plan.leftAtScale === 0) plan.advance();
            plan.change(other);
          }
          expect(rest.totalIterations).toBe(whole.totalIterations);
          expect(scalesOf(rest)).toEqual(scalesOf(whole));
        },
      ),
    );
  });
});
