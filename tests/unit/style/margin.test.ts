import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlanarImage } from '../../../server/style/image';
import { canvasSize, withMargin, withoutMargin } from '../../../server/style/margin';
import { StyleError } from '../../../server/style/style-error';

/** Every pixel of every plane is another number. */
function numbered(width: number, height: number): PlanarImage {
  return { width, height, data: Float32Array.from({ length: 3 * width * height }, (_, i) => i) };
}

it('mirrors the picture all round, plane by plane', () => {
  const { width, height, data } = withMargin(numbered(3, 2), 2);
  expect({ width, height }).toEqual({ width: 7, height: 6 });
  const rows = Array.from({ length: 3 * height }, (_, y) => [...data.subarray(y * width, (y + 1) * width)]);
  expect(rows.slice(0, 6)).toEqual([
    [4, 3, 3, 4, 5, 5, 4],
    [1, 0, 0, 1, 2, 2, 1],
    [1, 0, 0, 1, 2, 2, 1],
    [4, 3, 3, 4, 5, 5, 4],
    [4, 3, 3, 4, 5, 5, 4],
    [1, 0, 0, 1, 2, 2, 1],
  ]);
  expect(rows[12 + 2]).toEqual([13, 12, 12, 13, 14, 14, 13]);
});

it('gives the picture back when the margin is cut off', () => {
  const side = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(side, side, fc.nat(12), (width, height, wish) => {
      const margin = Math.min(wish, width, height);
      const picture = numbered(width, height);
      const canvas = withMargin(picture, margin);
      expect(canvas).toMatchObject(canvasSize(picture, margin));
      expect(withoutMargin(canvas, margin)).toEqual(picture);
    }),
  );
});

it('refuses a margin that is larger than the picture', () => {
  expect(() => withMargin(numbered(9, 4), 5)).toThrow(StyleError);
  expect(() => withMargin(numbered(9, 4), 5)).toThrow('a margin of 5 px is larger than the picture of 9×4 px');
});
