import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextWeight, positionToWeight, weightPositions, weightRange } from '../../../app/_lib/weight-scale';

const ranges = [weightRange('styleWeight', 'relative'), weightRange('styleWeight', 'classic')];

describe('the arrow keys in the box of a weight', () => {
  it.each(ranges)('lead from each position of the slider to the next ($min … $max)', (range) => {
    for (let position = 0; position < weightPositions(range); position++) {
      const weight = positionToWeight(position, range);
      const above = positionToWeight(position + 1, range);
      expect(nextWeight(weight, 1, range)).toBe(above);
      expect(nextWeight(above, -1, range)).toBe(weight);
    }
  });

  it('lead from off to the least weight and back, and not beyond the greatest', () => {
    for (const range of ranges) {
      expect(nextWeight(0, 1, range)).toBe(range.min);
      expect(nextWeight(range.min, -1, range)).toBe(0);
      expect(nextWeight(0, -1, range)).toBe(0);
      expect(nextWeight(range.max, 1, range)).toBe(range.max);
    }
  });

  it('lead up to more and down to less from any weight that was typed', () => {
    const [range] = ranges;
    fc.assert(
      fc.property(fc.double({ min: range!.min * 1.01, max: range!.max * 0.99, noNaN: true }), (weight) => {
        expect(nextWeight(weight, 1, range!)).toBeGreaterThan(weight);
        expect(nextWeight(weight, -1, range!)).toBeLessThan(weight);
      }),
    );
  });
});
