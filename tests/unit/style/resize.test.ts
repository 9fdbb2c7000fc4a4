import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanarImage } from '../../../server/style/image';
import { resize } from '../../../server/style/resize';
import { flatImage, randomImage } from '../../support/random-network';

const side = fc.integer({ min: 1, max: 70 });

function planeMeans({ data }: PlanarImage): number[] {
  const pixels = data.length / 3;
  return [0, 1, 2].map(
    (c) => data.subarray(c * pixels, (c + 1) * pixels).reduce((sum, v) => sum + v, 0) / pixels,
  );
}

describe('resize', () => {
  it('returns the picture itself where the size is right', () => {
    const image = randomImage(9, 7, 1);
    expect(resize(image, { width: 9, height: 7 })).toBe(image);
  });

  it('keeps one colour one colour, from any size to any size', () => {
    fc.assert(
      fc.property(side, side, side, side, (fromWidth, fromHeight, width, height) => {
        const { data, ...size } = resize(flatImage(fromWidth, fromHeight, 0.7), { width, height });
        expect(size).toEqual({ width, height });
        expect(data).toHaveLength(3 * width * height);
        expect(data.every((value) => Math.abs(value - 0.7) < 1e-6)).toBe(true);
      }),
    );
  });

  it('keeps each plane to itself', () => {
    const data = new Float32Array(3 * 30);
    data.fill(0.1, 0, 30).fill(0.5, 30, 60).fill(0.9, 60);
    const means = planeMeans(resize({ width: 6, height: 5, data }, { width: 17, height: 3 }));
    [0.1, 0.5, 0.9].forEach((value, c) => expect(means[c]).toBeCloseTo(value, 5));
  });

  it('keeps the mean brightness when shrinking by a whole factor', () => {
    const image = randomImage(96, 64, 2);
    const means = planeMeans(image);
    planeMeans(resize(image, { width: 24, height: 16 })).forEach((mean, c) => {
      expect(Math.abs(mean - means[c])).toBeLessThan(0.01);
    });
  });

  it('makes grey of a chequerboard when shrinking, instead of stripes', () => {
    const size = 64;
    const data = Float32Array.from(
      { length: 3 * size * size },
      (_, i) => ((i % size) + Math.floor(i / size)) % 2,
    );
    const { data: small } = resize({ width: size, height: size, data }, { width: 20, height: 20 });
    expect(small.every((value) => Math.abs(value - 0.5) < 0.05)).toBe(true);
  });

  it('reproduces a ramp in the middle when enlarging, mirrored in both axes alike', () => {
    const ramp = Float32Array.from({ length: 3 * 16 * 16 }, (_, i) => (i % 16) / 16);
    const wide = resize({ width: 16, height: 16, data: ramp }, { width: 32, height: 16 });
    for (let x = 6; x < 26; x += 1) expect(wide.data[8 * 32 + x]).toBeCloseTo(((x + 0.5) / 2 - 0.5) / 16, 5);
    const turned = Float32Array.from(ramp, (_, i) => Math.floor((i % 256) / 16) / 16);
    const high = resize({ width: 16, height: 16, data: turned }, { width: 16, height: 32 });
    for (let x = 6; x < 26; x += 1) expect(high.data[x * 16 + 8]).toBeCloseTo(wide.data[8 * 32 + x], 6);
  });
});
