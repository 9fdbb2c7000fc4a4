import { expect } from 'vitest';

type Numbers = Float32Array | Float64Array;

/** How two vectors differ: the cosine between them, and the length of the difference relative to `expected`. */
export function compareVectors(actual: Numbers, expected: Numbers): { cosine: number; relativeL2: number } {
  expect(actual.length).toBe(expected.length);
  let aa = 0;
  let bb = 0;
  let ab = 0;
  let dd = 0;
  for (let i = 0; i < expected.length; i += 1) {
    aa += actual[i] ** 2;
    bb += expected[i] ** 2;
    ab += actual[i] * expected[i];
    dd += (actual[i] - expected[i]) ** 2;
  }
  return { cosine: ab / Math.sqrt(aa * bb), relativeL2: Math.sqrt(dd / bb) };
}

/** What a float32 engine owes a float64 reference on a gradient. NaN fails every comparison. */
export function expectGradient(actual: Numbers, expected: Numbers): void {
  const { cosine, relativeL2 } = compareVectors(actual, expected);
  expect(cosine).toBeGreaterThan(0.99999);
  expect(relativeL2).toBeLessThan(1e-3);
}

/** … and on a value: 1e-4 relative. */
export function expectValue(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-4 * Math.abs(expected));
}
