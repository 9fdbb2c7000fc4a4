import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, dots } from '../../../server/style/combination';
import { entriesOf, entryOf, quasiNewton } from '../../../server/style/curvature';
import type { Entry, Pair } from '../../../server/style/curvature';
import { gaussianSource } from '../../../server/style/random';

const product = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i] * b[i];
  return sum;
};
const minus = (a: Float32Array, b: Float32Array): Float64Array => Float64Array.from(a, (v, i) => v - b[i]);

/** The recursion as the textbooks have it, on the vectors themselves, in float64. */
function twoLoops(pairs: readonly Pair[], gradient: Float32Array): Float64Array {
  const q = Float64Array.from(gradient);
  const vectors = pairs.map(({ from, to }) => ({
    s: minus(to.x, from.x),
    y: minus(to.gradient, from.gradient),
  }));
  const alphas: number[] = [];
  for (let i = pairs.length - 1; i >= 0; i -= 1) {
    const { s, y } = vectors[i];
    alphas[i] = product(s, q) / product(y, s);
    y.forEach((value, k) => (q[k] -= alphas[i] * value));
  }
  const { s, y } = vectors[vectors.length - 1];
  const scale = product(s, y) / product(y, y);
  q.forEach((value, k) => (q[k] = scale * value));
  vectors.forEach((pair, i) => {
    const beta = product(pair.y, q) / product(pair.y, pair.s);
    pair.s.forEach((value, k) => (q[k] += (alphas[i] - beta) * value));
  });
  return q.map((value) => -value);
}

/** A walk over a quadratic with curvatures from 1 to 20; pairs at `skipped` are left out, as those without curvature are. */
function walk(
  length: number,
  steps: number,
  seed: number,
  skipped: number,
): { pairs: Pair[]; present: Entry } {
  const gaussian = gaussianSource(seed);
  const gradientAt = (x: Float32Array): Float32Array => x.map((v, i) => (1 + (i % 20)) * v);
  let x = Float32Array.from({ length }, () => gaussian());
  let present = entryOf(x, gradientAt(x), []);
  const pairs: Pair[] = [];
  for (let k = 0; k < steps; k += 1) {
    x = x.map((value) => value + 0.05 * gaussian());
    const to = entryOf(x, gradientAt(x), [...new Set([...entriesOf(pairs), present])]);
    const ys = product(minus(to.x, present.x), minus(to.gradient, present.gradient));
    if (k !== skipped) pairs.push({ from: present, to, ys });
    present = to;
  }
  return { pairs, present };
}

describe('the quasi-Newton direction from products alone', () => {
  it('is that of the two-loop recursion, to rounding, also where pairs are left out', () => {
    const cases = fc.tuple(
      fc.integer({ min: 25, max: 200 }),
      fc.integer({ min: 2, max: 10 }),
      fc.nat(1e6),
      fc.nat(12),
    );
    fc.assert(
      fc.property(cases, ([length, steps, seed, skipped]) => {
        const { pairs, present } = walk(length, steps, seed, skipped);
        const { direction, slope } = quasiNewton(pairs, present);
        const expected = twoLoops(pairs, present.gradient);
        const actual = new Float64Array(length);
        direction.vectors.forEach((v, k) =>
          v.forEach((value, i) => (actual[i] += direction.coefficients[k] * value)),
        );
        const off = actual.map((value, i) => value - expected[i]);
        expect(Math.sqrt(product(off, off))).toBeLessThan(1e-9 * Math.sqrt(product(expected, expected)));
        const expectedSlope = product(expected, present.gradient);
        expect(Math.abs(slope - expectedSlope)).toBeLessThan(1e-9 * Math.abs(expectedSlope));
      }),
    );
  });
});

describe('many vectors at once', () => {
  const gaussian = gaussianSource(5);
  // More than one block, and neither a whole number of blocks nor of fours.
  const vector = (): Float32Array => Float32Array.from({ length: 9001 }, () => gaussian());
  const vectors = Array.from({ length: 6 }, vector);

  it('multiply as one by one', () => {
    const a = vector();
    dots(a, vectors).forEach((value, k) => expect(value).toBeCloseTo(product(a, vectors[k]), 8));
    expect(dots(a, [])).toEqual([]);
  });

  it('tell by the square whether all of a vector is finite', () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      const a = vector();
      a[4100] = value;
      expect(Number.isFinite(dots(a, [a])[0])).toBe(false);
    }
    const large = new Float32Array(5).fill(3e38);
    expect(Number.isFinite(dots(large, [large])[0])).toBe(true);
  });

  it('add up, and measure what changed after rounding', () => {
    const x = vector();
    const g = vector();
    const coefficients = [0.5, -1, 2, 0, 3, 0.25];
    const out = new Float32Array(x.length);
    const { squaredLength, along } = advance(x, coefficients, vectors, g, out);
    const s = minus(out, x);
    out.forEach((value, i) => {
      const sum = vectors.reduce((total, v, k) => total + coefficients[k] * v[i], x[i]);
      if (Math.abs(value - sum) > 1e-5) throw new Error(`entry ${i}: ${value}, not ${sum}`);
    });
    expect(squaredLength / product(s, s)).toBeCloseTo(1, 10);
    expect(along).toBeCloseTo(product(s, g), 6);
  });
});
