import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandLabels, scaleBands } from '../../../app/_lib/curve-bands';
import { makePoint } from './room-fixtures';

const atSide = (iteration: number, side: number) => makePoint(iteration, { width: side, height: side / 2 });

describe('the scales of a run on its curve', () => {
  it('are bands from the first iteration of a scale to the first of the next, with the long side', () => {
    const points = [atSide(0, 64), atSide(1, 64), atSide(4, 128), atSide(6, 128), atSide(7, 256)];
    expect(scaleBands(points)).toEqual([
      { from: 0, to: 4, side: 64 },
      { from: 4, to: 7, side: 128 },
      { from: 7, to: 7, side: 256 },
    ]);
    expect(scaleBands([])).toEqual([]);
  });

  it('cover the whole curve without a gap', () => {
    const curves = fc.array(fc.constantFrom(64, 128, 256), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(curves, (sides) => {
        const bands = scaleBands(sides.map((side, index) => atSide(index, side)));
        expect(bands[0]!.from).toBe(0);
        expect(bands.at(-1)!.to).toBe(sides.length - 1);
        bands.slice(1).forEach((band, index) => expect(band.from).toBe(bands[index]!.to));
        sides.forEach((side, index) => expect(bands.findLast(({ from }) => from <= index)!.side).toBe(side));
      }),
    );
  });
});

describe('the names of scales', () => {
  const band = (left: number, right: number, side: number) => ({ left, right, side });
  const names = ({ side }: { side: number }) => [`${side} px`, String(side)];
  const widthOf = (text: string) => 6 * text.length;

  it('are in the middle of their bands, and shorter or absent where they would be cut', () => {
    const bands = [band(0, 60, 64), band(60, 90, 128), band(90, 100, 256)];
    expect(bandLabels(bands, names, widthOf, 3)).toEqual([
      { text: '64 px', middle: 30 },
      { text: '128', middle: 75 },
    ]);
  });

  it('never reach over the end of their band', () => {
    const widths = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(widths, (all) => {
        let left = 0;
        const bands = all.map((width) => band(left, (left += width), 512));
        for (const { text, middle } of bandLabels(bands, names, widthOf, 3)) {
          const own = bands.find((one) => one.left < middle && middle < one.right)!;
          expect(middle - widthOf(text) / 2).toBeGreaterThanOrEqual(own.left);
          expect(middle + widthOf(text) / 2).toBeLessThanOrEqual(own.right);
        }
      }),
    );
  });
});
