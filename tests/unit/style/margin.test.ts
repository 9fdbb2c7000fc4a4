import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlanarImage } from '../../../server/style/image';
import { canvasSize, withMargin, withoutMargin } from '../../../server/style/margin';
import { StyleError } from '../../../server/style/style-error';

/** Every pixel of every plane is another number. */
function numbered(width: number, height: number): PlanarImage {
  return { width, height, data: Float32Array.from({ length: 3 * width * height }, (_, i) => i) };
}

function sameNumbers(a: PlanarImage, b: PlanarImage): boolean {
  return (
    a.width === b.width && a.height === b.height && a.data.every((value, index) => value === b.data[index])
  );
}

it('makes a canvas whose sides are multiples of 16, with about the margin on each side', () => {
  expect(canvasSize({ width: 512, height: 451 }, 8)).toEqual({ width: 528, height: 464 });
  const side = fc.integer({ min: 32, max: 2048 });
  fc.assert(
    fc.property(side, side, fc.integer({ min: 1, max: 32 }), (width, height, margin) => {
      const canvas = canvasSize({ width, height }, margin);
      for (const [length, whole] of [
        [width, canvas.width],
        [height, canvas.height],
      ]) {
        expect(whole % 16).toBe(0);
        expect(whole - length).toBeGreaterThanOrEqual(margin);
        expect(whole - length - 2 * margin).toBeLessThan(16);
      }
    }),
  );
});

it('leaves everything as it is without a margin', () => {
  const picture = numbered(7, 5);
  expect(canvasSize(picture, 0)).toEqual({ width: 7, height: 5 });
  expect(withMargin(picture, 0)).toBe(picture);
  expect(withoutMargin(picture, picture)).toBe(picture);
});

it('mirrors the picture all round, plane by plane', () => {
  const { width, height, data } = withMargin(numbered(13, 14), 1);
  expect({ width, height }).toEqual({ width: 16, height: 16 });
  const row = (plane: number, y: number) => [
    ...data.subarray((16 * plane + y) * 16, (16 * plane + y + 1) * 16),
  ];
  const across = (first: number) =>
    [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12, 11].map((x) => first + x);
  expect(row(0, 0)).toEqual(across(0));
  expect(row(0, 1)).toEqual(across(0));
  expect(row(0, 2)).toEqual(across(13));
  expect(row(0, 15)).toEqual(across(13 * 13));
  expect(row(2, 1)).toEqual(across(2 * 13 * 14));
});

it('gives the picture back when the margin is cut off', () => {
  const side = fc.integer({ min: 36, max: 60 });
  fc.assert(
    fc.property(side, side, fc.nat(32), (width, height, margin) => {
      const picture = numbered(width, height);
      const canvas = withMargin(picture, margin);
      expect({ width: canvas.width, height: canvas.height }).toEqual(canvasSize(picture, margin));
      expect(sameNumbers(withoutMargin(canvas, picture), picture)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

it('refuses a margin that is larger than the picture', () => {
  expect(() => withMargin(numbered(40, 4), 5)).toThrow(StyleError);
  expect(() => withMargin(numbered(40, 4), 5)).toThrow('a side of 4 px is too short for a canvas of 16 px');
});
