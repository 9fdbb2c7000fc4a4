import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MIN_SHORT_SIDE_PX,
  replan,
  scaleOf,
  scaleSizes,
  shareIterations,
  styleSize,
} from '../../../server/style/schedule';

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const contents = fc
  .record({ width: fc.integer({ min: 32, max: 5000 }), height: fc.integer({ min: 32, max: 5000 }) })
  .filter(({ width, height }) => Math.max(width, height) / Math.min(width, height) <= 8);

describe('scale sizes', () => {
  it('halve from the chosen size down to 128 px', () => {
    expect(scaleSizes({ width: 2000, height: 1000 }, 512)).toEqual([
      { width: 128, height: 64 },
      { width: 256, height: 128 },
      { width: 512, height: 256 },
    ]);
  });

  it('come closer together with the factor √2, end at the smallest scale, and are one with the factor off', () => {
    const content = { width: 2000, height: 1000 };
    const sides = (sizes: readonly { width: number }[]) => sizes.map(({ width }) => width);
    expect(sides(scaleSizes(content, 512, { scaleFactor: 'sqrt2', smallestScale: 128 }))).toEqual([
      128, 181, 256, 362, 512,
    ]);
    expect(sides(scaleSizes(content, 512, { scaleFactor: '2', smallestScale: 200 }))).toEqual([256, 512]);
    expect(sides(scaleSizes(content, 512, { scaleFactor: 'off', smallestScale: 64 }))).toEqual([512]);
  });

  it('grow, end at the chosen size or the content’s own, and keep a short side of 32 px', () => {
    fc.assert(
      fc.property(contents, fc.integer({ min: 256, max: 2048 }), (content, longSide) => {
        const sizes = scaleSizes(content, longSide);
        const last = sizes[sizes.length - 1];
        expect(Math.max(last.width, last.height)).toBe(
          Math.min(longSide, Math.max(content.width, content.height)),
        );
        expect(Math.abs(last.width / last.height / (content.width / content.height) - 1)).toBeLessThan(0.02);
        sizes.forEach(({ width, height }, index) => {
          expect(Math.min(width, height)).toBeGreaterThanOrEqual(MIN_SHORT_SIDE_PX);
          if (index === 0) return;
          expect(width).toBeGreaterThan(sizes[index - 1].width);
          expect(height).toBeGreaterThan(sizes[index - 1].height);
        });
        if (sizes.length > 1) {
          expect(Math.max(sizes[0].width, sizes[0].height)).toBeGreaterThanOrEqual(128);
        }
      }),
    );
  });

  it('refuse a picture that is too small or too oblong', () => {
    const refusal = expect.objectContaining({ code: 'bad-picture' });
    expect(() => scaleSizes({ width: 200, height: 31 }, 512)).toThrow(refusal);
    expect(() => scaleSizes({ width: 801, height: 100 }, 512)).toThrow(refusal);
    expect(() => scaleSizes({ width: 800, height: 100 }, 128)).toThrow(refusal);
    expect(() => scaleSizes({ width: 0, height: 0 }, 512)).toThrow(refusal);
    expect(scaleSizes({ width: 800, height: 100 }, 512)).toHaveLength(2);
  });
});

describe('the scale of a picture', () => {
  const sizes = scaleSizes({ width: 1000, height: 600 }, 512);

  it('is the one that is named, where the picture has its size', () => {
    for (const [index, size] of sizes.entries()) expect(scaleOf(size, index, sizes)).toBe(index);
  });

  it('is the one of the nearest size in a schedule of other sizes', () => {
    expect(scaleOf({ width: 120, height: 72 }, 2, sizes)).toBe(0);
    expect(scaleOf({ width: 300, height: 180 }, 0, sizes)).toBe(1);
    expect(scaleOf({ width: 2048, height: 1229 }, 7, sizes)).toBe(2);
  });
});

describe('the size of a style picture', () => {
  it('has the scale’s long side, or more where its short side would be below 32 px', () => {
    expect(styleSize({ width: 1000, height: 500 }, 256)).toEqual({ width: 256, height: 128 });
    expect(styleSize({ width: 100, height: 50 }, 256)).toEqual({ width: 256, height: 128 });
    expect(styleSize({ width: 1600, height: 200 }, 128)).toEqual({ width: 256, height: 32 });
    expect(() => styleSize({ width: 1700, height: 200 }, 128)).toThrow(
      expect.objectContaining({ code: 'bad-picture' }),
    );
  });
});

describe('sharing iterations out', () => {
  it('gives all of them, at least half to the last scale, and more to no earlier one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 6 }), (total, scales) => {
        const shares = shareIterations(total, scales);
        expect(shares).toHaveLength(scales);
        expect(sum(shares)).toBe(total);
        expect(shares[scales - 1] * 2).toBeGreaterThanOrEqual(total);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        if (total >= 2 * scales) expect(Math.min(...shares)).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it.each([0, -1, 1.5, NaN])('refuses %s iterations', (total) => {
    expect(() => shareIterations(total, 3)).toThrow(expect.objectContaining({ code: 'bad-settings' }));
  });
});

describe('changing the iterations during a run', () => {
  it('leaves the plan as it was where the number is the same', () => {
    expect(replan(300, [75, 20, 0], 1)).toEqual([0, 55, 150]);
    expect(replan(300, [0, 0, 0], 0)).toEqual([75, 75, 150]);
  });

  it('gives more to the scales to come where there are more', () => {
    expect(replan(600, [75, 20, 0], 1)).toEqual([0, 130, 375]);
    expect(replan(400, [75, 75, 150], 2)).toEqual([0, 0, 100]);
  });

  it('goes on to the last scale at once where fewer are wanted than are done', () => {
    expect(replan(10, [40, 0, 0], 0)).toEqual([0, 0, 1]);
    expect(replan(10, [40, 40, 3], 2)).toEqual([0, 0, 0]);
  });

  it('always comes out at the number asked for, at the last scale, whatever was done before', () => {
    const runs = fc
      .tuple(
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.nat(2000),
      )
      .map(([counts, where, total]) => {
        const present = where % counts.length;
        return { done: counts.map((n, i) => (i <= present ? n : 0)), present, total: total + 1 };
      });
    fc.assert(
      fc.property(runs, ({ done, present, total }) => {
        const rest = replan(total, done, present);
        const last = done.length - 1;
        expect(rest.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
        expect(rest.slice(0, present).every((count) => count === 0)).toBe(true);
        if (present < last) expect(rest[last]).toBeGreaterThanOrEqual(1);
        expect(sum(rest)).toBe(Math.max(total - sum(done), present < last ? 1 : 0));
      }),
    );
  });
});
