import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bordersOf, moveBorder, partsOf, setPart } from '../../../app/_lib/blend-shares';
import { SHARE } from '../../../server/protocol/limits';

const weights = fc
  .array(fc.double({ min: 0, max: SHARE.max, noNaN: true }), { minLength: 2, maxLength: 6 })
  .filter((list) => list.some((weight) => weight > 0.01));
const part = fc.double({ min: 0, max: 1, noNaN: true });
const pick = (list: readonly number[], place: number) => Math.min(list.length - 1, Math.floor(place * 6));

describe('the bar of the blend', () => {
  it('shows each weight as its part of the whole', () => {
    expect(partsOf([1, 1, 2])).toEqual([0.25, 0.25, 0.5]);
    expect(bordersOf([1, 1, 2])).toEqual([0.25, 0.5]);
  });

  it('divides the weight of the two beside a border, and nothing else', () => {
    expect(moveBorder([1, 1, 1], 0, 0.5)).toEqual([1.5, 0.5, 1]);
    expect(moveBorder([1, 1, 2], 1, 0.4)).toEqual([1, 0.6, 2.4]);
  });

  it('stops a border where a neighbour is used up', () => {
    expect(moveBorder([1, 1, 1], 0, 0.9)).toEqual([2, 0, 1]);
    expect(moveBorder([1, 1, 1], 1, 0.1)).toEqual([1, 0, 2]);
  });

  it('gives one the part that was typed, and the others the rest as they had it', () => {
    expect(setPart([1, 1, 2], 2, 0.25)).toEqual([1.5, 1.5, 1]);
    expect(setPart([0, 3, 0], 1, 0.5)).toEqual([0.75, 1.5, 0.75]);
    expect(setPart([1, 1], 0, 7)).toEqual([2, 0]);
    expect(setPart([85, 1e-14, 0], 0, 0)).toEqual([0, 85, 0]);
  });

  it('never switches all of them off, and stays within the bounds of the protocol', () => {
    fc.assert(
      fc.property(weights, part, part, (list, place, to) => {
        const index = pick(list, place);
        const changed = [setPart(list, index, to), moveBorder(list, Math.min(index, list.length - 2), to)];
        for (const result of changed) {
          expect(result.some((weight) => weight > 0)).toBe(true);
          expect(result.every((weight) => weight >= SHARE.min && weight <= SHARE.max)).toBe(true);
        }
      }),
    );
  });

  it('has a part where it was put', () => {
    fc.assert(
      fc.property(weights, part, part, (list, place, to) => {
        const index = pick(list, place);
        expect(partsOf(setPart(list, index, to))[index]).toBeCloseTo(to, 1);
      }),
    );
  });
});
