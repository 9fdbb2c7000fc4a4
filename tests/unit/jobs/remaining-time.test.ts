import { describe, expect, it } from 'vitest';
import { RemainingTime } from '../../../server/jobs/remaining-time';
import { restOf } from '../../../server/jobs/schedule-rest';
import { shareIterations } from '../../../server/style/schedule';
import type { Iterate } from '../../../server/style/stylize';

const iterate = (changes: Partial<Iterate>): Iterate => ({
  iteration: 0,
  totalIterations: 100,
  scale: 0,
  scales: 3,
  width: 128,
  height: 96,
  finalSize: { width: 512, height: 384 },
  pixels: new Float32Array(0),
  loss: { total: 1, content: 1, style: 0, tv: 0 },
  terms: {} as Iterate['terms'],
  weighted: {} as Iterate['weighted'],
  converged: false,
  picture: () => ({ width: 0, height: 0, data: new Float32Array(0) }),
  evaluations: 1,
  milliseconds: 0,
  ...changes,
});

describe('what is left of a run', () => {
  it('is the whole schedule at the start', () => {
    const iterations = shareIterations(100, 3);
    expect(restOf(iterate({}), '2')).toEqual([
      { width: 128, height: 96, iterations: iterations[0] },
      { width: 256, height: 192, iterations: iterations[1] },
      { width: 512, height: 384, iterations: iterations[2] },
    ]);
  });

  it('is what remains of the last scale near the end, and nothing at the end', () => {
    const atLast = { scale: 2, width: 512, height: 384 };
    expect(restOf(iterate({ ...atLast, iteration: 93 }), '2')).toEqual([
      { width: 512, height: 384, iterations: 7 },
    ]);
    expect(restOf(iterate({ ...atLast, iteration: 100 }), '2')).toEqual([]);
  });

  it('follows the scale factor', () => {
    const [first, second, third] = restOf(iterate({ width: 256, height: 192 }), 'sqrt2');
    expect(first).toMatchObject({ width: 256, height: 192 });
    expect(second!.width).toBeCloseTo(512 / Math.SQRT2, 9);
    expect(third!.width).toBe(512);
    expect(restOf(iterate({ scales: 1, width: 512, height: 384 }), 'off')).toEqual([
      { width: 512, height: 384, iterations: 100 },
    ]);
  });

  it('adds up where the iterations were steered below the schedule', () => {
    const rest = restOf(iterate({ iteration: 90, scale: 0 }), '2');
    expect(rest.reduce((sum, { iterations }) => sum + iterations, 0)).toBe(10);
    expect(rest.every(({ iterations }) => iterations >= 0)).toBe(true);
  });
});

describe('the time that remains', () => {
  const size = { width: 100, height: 50 };

  it('knows nothing before anything was measured', () => {
    expect(new RemainingTime().remaining([{ ...size, iterations: 3 }])).toBeNull();
  });

  it('is exact where time is proportional to the pixels', () => {
    const time = new RemainingTime();
    time.measure(size, 0.5);
    time.measure({ width: 200, height: 100 }, 2);
    const rest = [
      { ...size, iterations: 3 },
      { width: 400, height: 200, iterations: 2 },
    ];
    expect(time.remaining(rest)).toBeCloseTo(3 * 0.5 + 2 * 8, 9);
    expect(time.remaining([])).toBe(0);
  });

  it('follows a machine that becomes slower', () => {
    const time = new RemainingTime();
    time.measure(size, 1);
    for (let i = 0; i < 30; i += 1) time.measure(size, 2);
    expect(time.remaining([{ ...size, iterations: 1 }])).toBeCloseTo(2, 2);
  });
});
