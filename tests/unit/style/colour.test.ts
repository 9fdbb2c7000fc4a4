import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchColours, meanColour, recolour, withChromaOf } from '../../../server/style/colour';
import type { PlanarImage } from '../../../server/style/image';
import { mapEigenvalues, multiply } from '../../../server/style/symmetric3';
import { totalVariationGradient } from '../../../server/style/total-variation';
import { flatImage, randomImage } from '../../support/random-network';

const entry = fc.double({ min: -2, max: 2, noNaN: true });

function covariance(image: PlanarImage): number[] {
  const pixels = image.width * image.height;
  const mean = meanColour(image);
  const at = (c: number, i: number): number => image.data[c * pixels + i] - mean[c];
  return Array.from({ length: 9 }, (_, k) => {
    let sum = 0;
    for (let i = 0; i < pixels; i += 1) sum += at(Math.floor(k / 3), i) * at(k % 3, i);
    return sum / pixels;
  });
}

/** Its channels depend on one another, as those of photographs do. */
function colourful(seed: number): PlanarImage {
  const mix = { matrix: [0.8, 0.3, 0, 0.1, 0.5, 0.2, -0.2, 0.1, 0.6], offset: [0, 0.1, 0.2] };
  return recolour(randomImage(20, 15, seed), mix);
}

function expectClose(actual: readonly number[], expected: readonly number[], digits = 6): void {
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i], digits));
}

describe('functions of symmetric matrices', () => {
  it('give a root whose square is the matrix, also of a singular one', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 9, maxLength: 9 }), fc.boolean(), (values, singular) => {
        const a = singular ? [...values.slice(0, 6), 0, 0, 0] : values;
        const transposed = [0, 3, 6, 1, 4, 7, 2, 5, 8].map((k) => a[k]);
        const matrix = multiply(transposed, a);
        const root = mapEigenvalues(matrix, (value) => Math.sqrt(Math.max(value, 0)));
        expectClose(multiply(root, root), matrix);
        expectClose(
          mapEigenvalues(matrix, (value) => value),
          matrix,
        );
      }),
    );
  });
});

describe('matching colours', () => {
  it('gives the style picture the content’s mean and covariance', () => {
    const content = colourful(1);
    const style = randomImage(9, 30, 2);
    const matched = recolour(style, matchColours(style, content));
    expectClose(meanColour(matched), meanColour(content));
    expectClose(covariance(matched), covariance(content), 5);
  });

  it('keeps a picture that has these colours already', () => {
    const style = colourful(3);
    const { matrix, offset } = matchColours(style, style);
    expectClose(matrix, [1, 0, 0, 0, 1, 0, 0, 0, 1]);
    expectClose(offset, [0, 0, 0]);
  });

  it('makes no noise out of a style picture without colour, nor of a content without', () => {
    const flat = recolour(flatImage(8, 8, 0.3), matchColours(flatImage(8, 8, 0.3), colourful(4)));
    expectClose(meanColour(flat), meanColour(colourful(4)));
    covariance(flat).forEach((value) => expect(Math.abs(value)).toBeLessThan(1e-6));
    const dull = recolour(colourful(5), matchColours(colourful(5), flatImage(8, 8, 0.3)));
    dull.data.forEach((value) => expect(value).toBeCloseTo(0.3, 5));
  });
});

describe('keeping the content’s colours', () => {
  it('takes the luma of the one and the chroma of the other', () => {
    const picture = randomImage(6, 5, 6);
    const content = colourful(7);
    const cut = { width: 6, height: 5, data: content.data.slice(0, 90) };
    const mixed = withChromaOf(picture, cut);
    const rgb = (image: PlanarImage, i: number) => [0, 1, 2].map((c) => image.data[c * 30 + i]);
    const luma = ([r, g, b]: number[]): number => 0.299 * r + 0.587 * g + 0.114 * b;
    for (let i = 0; i < 30; i += 1) {
      const here = rgb(mixed, i);
      const colours = rgb(cut, i);
      expect(luma(here)).toBeCloseTo(luma(rgb(picture, i)), 5);
      expectClose(
        [here[0] - luma(here), here[2] - luma(here)],
        [colours[0] - luma(colours), colours[2] - luma(colours)],
        5,
      );
    }
  });
});

describe('the gradient of the total variation', () => {
  it('is what finite differences give', () => {
    const image = randomImage(7, 5, 8);
    const value = (data: Float64Array): number => {
      let across = 0;
      let down = 0;
      data.forEach((v, i) => {
        if (i % 7 < 6) across += (data[i + 1] - v) ** 2;
        if (Math.floor(i / 7) % 5 < 4) down += (data[i + 7] - v) ** 2;
      });
      return 0.7 * (across / (3 * 5 * 6) + down / (3 * 4 * 7));
    };
    const gradient = totalVariationGradient(image, 0.7);
    gradient.forEach((slope, i) => {
      const moved = (step: number): Float64Array =>
        Float64Array.from(image.data, (v, k) => (k === i ? v + step : v));
      expect(slope).toBeCloseTo((value(moved(1e-4)) - value(moved(-1e-4))) / 2e-4, 6);
    });
  });

  it('is 0 along an axis of one pixel', () => {
    expect(totalVariationGradient(randomImage(1, 1, 1), 1).every((value) => value === 0)).toBe(true);
  });
});
