import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Lbfgs } from '../../../server/style/lbfgs';
import type { Sample } from '../../../server/style/optimiser';

type Sampled = (x: Float32Array) => Promise<Sample>;

const rosenbrock: Sampled = async ([x, y]) => ({
  value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: Float32Array.of(-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)),
});

/** `Σ i·(x_i − 1)²`, i from 1 to n: condition number n. */
const quadratic: Sampled = async (x) => ({
  value: x.reduce((sum, value, i) => sum + (i + 1) * (value - 1) ** 2, 0),
  gradient: x.map((value, i) => 2 * (i + 1) * (value - 1)),
});

/** Steps until there is no descent, at most `steps` times. */
async function minimise(f: Sampled, x: Float32Array, steps: number): Promise<Lbfgs<Sample>> {
  const optimiser = await Lbfgs.start(f, x);
  for (let i = 0; i < steps && (await optimiser.step()); i += 1);
  return optimiser;
}

describe('L-BFGS', () => {
  it('finds the bottom of the Rosenbrock valley', async () => {
    const { point } = await minimise(rosenbrock, Float32Array.of(-1.2, 1), 100);
    expect(point.x[0]).toBeCloseTo(1, 3);
    expect(point.x[1]).toBeCloseTo(1, 3);
  });

  it('solves a quadratic of condition number 100 within 80 evaluations', async () => {
    const { point, evaluations } = await minimise(quadratic, new Float32Array(100), 60);
    expect(point.sample.value).toBeLessThan(1e-6 * 5050);
    expect(evaluations).toBeLessThanOrEqual(80);
  });

  it('never ascends, and counts every evaluation once', async () => {
    let calls = 0;
    const optimiser = await Lbfgs.start<Sample>(
      (x) => {
        calls += 1;
        return rosenbrock(x);
      },
      Float32Array.of(-1.2, 1),
    );
    let value = optimiser.point.sample.value;
    for (let i = 0; i < 30; i += 1) {
      await optimiser.step();
      expect(optimiser.point.sample.value).toBeLessThanOrEqual(value);
      expect(optimiser.point.sample).toEqual(await rosenbrock(optimiser.point.x));
      value = optimiser.point.sample.value;
    }
    expect(optimiser.evaluations).toBe(calls);
  });

  it.each([
    ['NaN', NaN],
    ['infinity', Infinity],
    ['minus infinity', -Infinity],
  ])('stays on this side of a wall of %s, and still gets down', async (_, beyond) => {
    const walled: Sampled = async (x) => {
      if (x[0] > 0.95) return { value: beyond, gradient: Float32Array.of(NaN, NaN) };
      return quadratic(x);
    };
    const { point } = await minimise(walled, Float32Array.of(-30, 5), 40);
    expect(point.x.every(Number.isFinite)).toBe(true);
    expect(point.x[0]).toBeLessThanOrEqual(0.95);
    expect(point.sample.value).toBeLessThan(1);
  });

  it('shortens the step where only the gradient is not finite', async () => {
    const f: Sampled = async (x) => {
      const sample = await quadratic(x);
      return x[0] > 0.5 ? { ...sample, gradient: sample.gradient.map(() => NaN) } : sample;
    };
    const { point } = await minimise(f, Float32Array.of(-3, -3), 30);
    expect(point.x[0]).toBeLessThanOrEqual(0.5);
    expect(point.sample.gradient.every(Number.isFinite)).toBe(true);
  });

  it('stays where it is on a constant function, without evaluating it again', async () => {
    const optimiser = await Lbfgs.start<Sample>(
      async (x) => ({ value: 3, gradient: new Float32Array(x.length) }),
      Float32Array.of(1, 2),
    );
    expect(await optimiser.step()).toBe(false);
    expect([...optimiser.point.x]).toEqual([1, 2]);
    expect(optimiser.evaluations).toBe(1);
  });

  it('gives up on a gradient that lies, and leaves the point alone', async () => {
    const optimiser = await Lbfgs.start<Sample>(
      async (x) => ({ value: x[0], gradient: Float32Array.of(-1) }),
      Float32Array.of(1),
    );
    expect(await optimiser.step()).toBe(false);
    expect([...optimiser.point.x]).toEqual([1]);
  });

  it('does not repeat the trials that led nowhere, until the function changes', async () => {
    let centre = 0;
    // Flat to its own precision within 1 of the centre, with a gradient that says otherwise.
    const optimiser = await Lbfgs.start<Sample>(
      async ([x]) => ({
        value: Math.abs(x - centre) < 1 ? 1 : (x - centre) ** 2,
        gradient: Float32Array.of(2 * (x - centre)),
      }),
      Float32Array.of(2),
    );
    let steps = 0;
    while (await optimiser.step()) steps += 1;
    expect(steps).toBeGreaterThan(1);
    const { evaluations } = optimiser;
    expect(await optimiser.step()).toBe(false);
    expect(optimiser.evaluations).toBe(evaluations);

    centre = -10;
    await optimiser.restart();
    expect(await optimiser.step()).toBe(true);
  });

  it('does not change the vectors that it has handed out', async () => {
    const optimiser = await Lbfgs.start<Sample>(quadratic, new Float32Array(100));
    await optimiser.step();
    const { x, sample } = optimiser.point;
    const copies = [x.slice(), sample.gradient.slice()];
    // Long enough for the history to have gone on.
    for (let i = 0; i < 20; i += 1) expect(await optimiser.step()).toBe(true);
    expect([x, sample.gradient]).toEqual(copies);
  });

  it('takes no more memory once its history is full', async () => {
    const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow');
    onTestFinished(() => grow.mockRestore());
    const optimiser = await Lbfgs.start<Sample>(quadratic, new Float32Array(17_000));
    for (let i = 0; i < 12; i += 1) expect(await optimiser.step()).toBe(true);
    const before = grow.mock.calls.length;
    expect(before).toBeGreaterThanOrEqual(20);
    for (let i = 0; i < 20; i += 1) expect(await optimiser.step()).toBe(true);
    expect(grow.mock.calls.length).toBe(before);
  });

  it('takes the same steps, bit for bit, every time', async () => {
    const first = await minimise(quadratic, new Float32Array(3000), 30);
    const second = await minimise(quadratic, new Float32Array(3000), 30);
    expect(second.point).toEqual(first.point);
    expect(second.evaluations).toBe(first.evaluations);
  });

  it('follows a function that has changed, after a restart', async () => {
    let centre = 1;
    const optimiser = await Lbfgs.start<Sample>(
      async (x) => ({
        value: x.reduce((sum, value) => sum + (value - centre) ** 2, 0),
        gradient: x.map((value) => 2 * (value - centre)),
      }),
      new Float32Array(4),
    );
    for (let i = 0; i < 5; i += 1) await optimiser.step();
    centre = -2;
    await optimiser.restart();
    expect(optimiser.point.sample.value).toBeCloseTo(36, 0);
    for (let i = 0; i < 10; i += 1) await optimiser.step();
    expect(optimiser.point.x[0]).toBeCloseTo(-2, 3);
  });

  it('refuses to start where the function is not finite', async () => {
    const nowhere: Sampled = async (x) => ({ value: NaN, gradient: x });
    await expect(Lbfgs.start(nowhere, new Float32Array(2))).rejects.toMatchObject({ code: 'non-finite' });
  });
});
