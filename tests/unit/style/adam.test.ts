import { describe, expect, it } from 'vitest';
import { Adam } from '../../../server/style/adam';
import type { Sample } from '../../../server/style/optimiser';

const plain = { learningRate: 0.02, averaging: false };

/** `Σ (x − centre)²`. */
function bowl(centre: number) {
  return async (x: Float32Array): Promise<Sample> => ({
    value: x.reduce((sum, value) => sum + (value - centre) ** 2, 0),
    gradient: x.map((value) => 2 * (value - centre)),
  });
}

describe('Adam', () => {
  it('takes a first step of the learning rate against the sign of the gradient', async () => {
    const optimiser = await Adam.start(bowl(0.5), Float32Array.of(0.2, 0.9), plain);
    await optimiser.step();
    expect(optimiser.point.x[0]).toBeCloseTo(0.22, 6);
    expect(optimiser.point.x[1]).toBeCloseTo(0.88, 6);
  });

  it('finds the minimum, with one evaluation a step', async () => {
    const optimiser = await Adam.start(bowl(0.5), Float32Array.of(0.1, 0.8), plain);
    for (let i = 0; i < 200; i += 1) await optimiser.step();
    expect(optimiser.point.x[0]).toBeCloseTo(0.5, 2);
    expect(optimiser.evaluations).toBe(201);
  });

  it('stays within [0,1], from the very start', async () => {
    const optimiser = await Adam.start(bowl(3), Float32Array.of(-0.5, 1.5), plain);
    expect([...optimiser.point.x]).toEqual([0, 1]);
    for (let i = 0; i < 100; i += 1) await optimiser.step();
    expect([...optimiser.point.x]).toEqual([1, 1]);
  });

  it('shows the debiased mean of its points where that is asked for, from then on', async () => {
    const optimiser = await Adam.start(bowl(0.5), Float32Array.of(0.1), { ...plain, averaging: true });
    const points = [optimiser.point.x[0]];
    for (let i = 0; i < 3; i += 1) {
      await optimiser.step();
      points.push(optimiser.point.x[0]);
    }
    const weights = points.map((_, i) => 0.99 ** (points.length - 1 - i));
    const mean =
      points.reduce((sum, x, i) => sum + weights[i] * x, 0) /
      weights.reduce((sum, weight) => sum + weight, 0);
    expect(optimiser.shown[0]).toBeCloseTo(mean, 5);
    optimiser.tune(plain);
    expect(optimiser.shown).toBe(optimiser.point.x);
    optimiser.tune({ ...plain, averaging: true });
    expect(optimiser.shown[0]).toBeCloseTo(optimiser.point.x[0], 5);
  });

  it('takes a changed learning rate from the next step on', async () => {
    const optimiser = await Adam.start(bowl(0.9), Float32Array.of(0.1), plain);
    optimiser.tune({ ...plain, learningRate: 0.2 });
    await optimiser.step();
    expect(optimiser.point.x[0]).toBeCloseTo(0.3, 5);
  });

  it('shortens a step to where the function is not finite, and never goes there', async () => {
    const inside = bowl(0.9);
    const optimiser = await Adam.start<Sample>(
      async (x) => (x[0] > 0.51 ? { value: NaN, gradient: Float32Array.of(NaN) } : inside(x)),
      Float32Array.of(0.5),
      plain,
    );
    for (let i = 0; i < 30; i += 1) await optimiser.step();
    expect(optimiser.point.x[0]).toBeGreaterThan(0.5);
    expect(optimiser.point.x[0]).toBeLessThanOrEqual(0.51);
    expect(Number.isFinite(optimiser.point.sample.value)).toBe(true);
  });

  it('follows a function that has changed, and does not change what it has handed out', async () => {
    let f = bowl(0.8);
    const optimiser = await Adam.start((x) => f(x), Float32Array.of(0.5), { ...plain, averaging: true });
    for (let i = 0; i < 5; i += 1) await optimiser.step();
    const { x } = optimiser.point;
    const { shown } = optimiser;
    const copies = [x.slice(), shown.slice()];
    f = bowl(0.2);
    await optimiser.restart();
    await optimiser.step();
    expect(optimiser.point.x[0]).toBeLessThan(x[0]);
    expect([x, shown]).toEqual(copies);
  });

  it('refuses to start where the function is not finite', async () => {
    const nowhere = async (x: Float32Array): Promise<Sample> => ({ value: NaN, gradient: x });
    await expect(Adam.start(nowhere, new Float32Array(2), plain)).rejects.toMatchObject({
      code: 'non-finite',
    });
  });
});
