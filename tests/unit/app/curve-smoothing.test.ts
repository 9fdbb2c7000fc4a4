import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignCurves, linesOf } from '../../../app/_lib/curve-overlay';
import { seriesOf } from '../../../app/_lib/curve-series';
import { smoothed, smoothedByScale, type ColumnValue } from '../../../app/_lib/curve-smoothing';
import { makePoint } from './room-fixtures';

const loss = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const values = fc.array(loss, { minLength: 1, maxLength: 60 });
const weight = fc.double({ min: 0, max: 0.99, noNaN: true });
const withGaps = fc.array(fc.oneof(loss, fc.constant(null), fc.constant(undefined)), { maxLength: 60 });

describe('the smoothed curve', () => {
  it('is the curve itself without smoothing', () => {
    fc.assert(
      fc.property(withGaps, (curve) => {
        expect(smoothed(curve, 0)).toEqual(curve);
      }),
    );
  });

  it('begins with the first value, whatever the weight is', () => {
    fc.assert(
      fc.property(values, weight, (curve, by) => {
        expect(smoothed(curve, by)[0]! / curve[0]!).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is the mean of all values so far with weights that fall by the same factor', () => {
    fc.assert(
      fc.property(values, weight, (curve, by) => {
        smoothed(curve, by).forEach((value, index) => {
          const weights = curve.slice(0, index + 1).map((_, at) => by ** (index - at));
          const sum = weights.reduce((total, one) => total + one, 0);
          const mean = weights.reduce((total, one, at) => total + one * curve[at]!, 0) / sum;
          expect(value! / mean).toBeCloseTo(1, 6);
        });
      }),
    );
  });

  it('stays between the least and the greatest value so far', () => {
    fc.assert(
      fc.property(values, weight, (curve, by) => {
        smoothed(curve, by).forEach((value, index) => {
          const sofar = curve.slice(0, index + 1);
          expect(value).toBeGreaterThanOrEqual(Math.min(...sofar) * (1 - 1e-9));
          expect(value).toBeLessThanOrEqual(Math.max(...sofar) * (1 + 1e-9));
        });
      }),
    );
  });

  it('leaves what is level as it is', () => {
    fc.assert(
      fc.property(loss, fc.integer({ min: 1, max: 50 }), weight, (level, count, by) => {
        for (const value of smoothed(
          Array.from({ length: count }, () => level),
          by,
        )) {
          expect(value! / level).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it('has its gaps where the curve has them, and goes on behind them as if they were not there', () => {
    fc.assert(
      fc.property(withGaps, weight, (curve, by) => {
        const isThere = (value: ColumnValue) => value !== null && value !== undefined;
        const result = smoothed(curve, by);
        expect(result.map((value) => (isThere(value) ? 0 : value))).toEqual(
          curve.map((value) => (isThere(value) ? 0 : value)),
        );
        expect(result.filter(isThere)).toEqual(smoothed(curve.filter(isThere), by));
      }),
    );
  });

  it('begins anew at every scale, whose loss is another loss', () => {
    const points = [
      makePoint(0),
      makePoint(1),
      makePoint(2, { width: 256, height: 192 }),
      makePoint(3, { width: 256, height: 192 }),
    ];
    expect(smoothedByScale(points, [4, 2, 100, 50], 0.5)).toEqual([
      4,
      expect.closeTo(8 / 3),
      100,
      expect.closeTo(200 / 3),
    ]);
  });
});

describe('a smoothed chart', () => {
  const total = seriesOf('kinds', []).slice(0, 1);
  const points = [makePoint(1, { total: 8 }), makePoint(2, { total: 2 }), makePoint(3, { total: 0 })];

  it('draws what was measured behind its average', () => {
    const lines = linesOf(total, { withOther: false, smooth: true });
    expect(lines.map(({ raw = false }) => raw)).toEqual([true, false]);
    const [, raw, average] = alignCurves([points], lines, { log: true, smoothing: 0.5 });
    expect(raw).toEqual([8, 2, null]);
    expect(average).toEqual([8, 4, null]);
  });

  it('has values that have no logarithm only where the axis is linear', () => {
    const lines = linesOf(total, { withOther: false, smooth: false });
    expect(alignCurves([points], lines, { log: false, smoothing: 0 })[1]).toEqual([8, 2, 0]);
    expect(alignCurves([points], lines, { log: true, smoothing: 0 })[1]).toEqual([8, 2, null]);
  });
});
