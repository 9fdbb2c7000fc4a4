import { describe, expect, it } from 'vitest';
import { moved, placeAt } from '../../../app/_lib/reorder';

describe('putting a list into another order', () => {
  it('takes an item to its place, and the others keep theirs', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'b', 'c']);
  });

  it('finds the place under the pointer: an item gives way once the pointer is beyond its middle', () => {
    const boxes = [0, 50, 100].map((start) => ({ start, length: 50 }));
    expect(placeAt(boxes, 0, 20)).toBe(0);
    expect(placeAt(boxes, 0, 74)).toBe(0);
    expect(placeAt(boxes, 0, 76)).toBe(1);
    expect(placeAt(boxes, 0, 400)).toBe(2);
    expect(placeAt(boxes, 2, 24)).toBe(0);
    expect(placeAt(boxes, 2, -10)).toBe(0);
  });
});
