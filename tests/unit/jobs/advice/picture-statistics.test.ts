import { expect, it } from 'vitest';
import { clippedShare, gradientEnergy, roughness } from '../../../../server/jobs/advice/picture-statistics';
import type { PlanarImage } from '../../../../server/style/image';
import { gaussianSource } from '../../../../server/style/random';
import { resize } from '../../../../server/style/resize';
import { flatImage } from '../../../support/random-network';

function grey(side: number, value: (x: number, y: number) => number): PlanarImage {
  const data = new Float32Array(3 * side * side);
  for (let i = 0; i < data.length; i += 1) {
    const pixel = i % (side * side);
    data[i] = value(pixel % side, Math.floor(pixel / side));
  }
  return { width: side, height: side, data };
}

it('finds white noise as rough as theory says, and a ramp not at all', () => {
  const gaussian = gaussianSource(3);
  const values = Array.from({ length: 64 * 64 }, () => 0.5 + 0.05 * gaussian());
  expect(roughness(grey(64, (x, y) => values[64 * y + x]!))).toBeCloseTo(20 * 0.05 ** 2, 2);
  expect(roughness(grey(32, (x, y) => (x + y) / 64))).toBeLessThan(1e-12);
});

it('looks at what is shown: what is cut off is not rough', () => {
  expect(roughness(grey(16, (x) => 1.5 + (x % 2)))).toBe(0);
});

it('counts the values that are cut off by more than can be an overshoot', () => {
  const picture = flatImage(10, 10, 0.5);
  picture.data.set([-0.5, 1.5, 1.09, -0.09, 1, 0]);
  expect(clippedShare(picture.data)).toBeCloseTo(2 / 300, 6);
});

it('keeps the energy of what is smooth when a picture is shrunk, and loses that of what is fine', () => {
  const left = (period: number): number => {
    const picture = grey(128, (x, y) => 0.5 + 0.2 * Math.sin((2 * Math.PI * (x + y)) / period));
    return gradientEnergy(resize(picture, { width: 64, height: 64 })) / gradientEnergy(picture);
  };
  expect(left(48)).toBeGreaterThan(0.85);
  expect(left(3)).toBeLessThan(0.1);
});
