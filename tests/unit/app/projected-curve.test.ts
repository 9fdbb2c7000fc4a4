import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectCurve, projectedTerms } from '../../../app/_lib/projected-curve';
import { makePoint } from './room-fixtures';

const numbers = (path: string) => path.split(/[ML ]/).filter(Boolean).map(Number);

describe('the curve for a hall', () => {
  it('needs two moments to be one', () => {
    expect(projectCurve([])).toBeNull();
    expect(projectCurve([makePoint(1)])).toBeNull();
    expect(projectCurve([makePoint(1), makePoint(2)])).not.toBeNull();
  });

  it('has equal factors at equal distances, from the largest value down to the smallest', () => {
    const parts = { content: 1, style: 1 };
    const curve = projectCurve([
      makePoint(1, { ...parts, total: 100 }),
      makePoint(2, { ...parts, total: 10 }),
      makePoint(3, { ...parts, total: 1 }),
    ]);
    expect(numbers(curve!.paths.total)).toEqual([0, 0, 50, 50, 100, 100]);
    expect(curve!.across(2)).toBe(50);
  });

  it('is not squeezed by a term that begins at nothing', () => {
    const curve = projectCurve([
      makePoint(0, { total: 4, style: 4, content: 0 }),
      makePoint(1, { total: 2, style: 1, content: 1 }),
    ]);
    expect(numbers(curve!.paths.total)).toEqual([0, 0, 100, 50]);
    expect(numbers(curve!.paths.content)).toEqual([0, 100, 100, 100]);
  });

  it('stays within its box whatever the terms are, nothing included', () => {
    const loss = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.record({ total: loss, content: loss, style: loss }), { minLength: 2 }),
        (parts) => {
          const curve = projectCurve(parts.map((part, index) => makePoint(index, part)));
          if (!curve) return parts.every(({ total, content, style }) => total + content + style === 0);
          return projectedTerms.every((term) =>
            numbers(curve.paths[term]).every((value) => value >= 0 && value <= 100),
          );
        },
      ),
    );
  });
});
