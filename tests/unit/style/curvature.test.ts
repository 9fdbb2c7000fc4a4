import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf, entryOf, quasiNewton } from '../../../server/style/curvature';
import type { Entry, Pair } from '../../../server/style/curvature';
import { gaussianSource } from '../../../server/style/random';
import { VectorMemory } from '../../../server/style/vector-memory';
import type { Vector } from '../../../server/style/vector-memory';

const product = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i] * b[i];
  return sum;
};
const minus = (a: Float32Array, b: Float32Array): Float64Array => Float64Array.from(a, (v, i) => v - b[i]);

interface Walk {
  read(vector: Vector): Float32Array;
  readonly pairs: Pair[];
  readonly present: Entry;
}

/** The recursion as the textbooks have it, on the vectors themselves, in float64. */
function twoLoops({ read, pairs, present }: Walk): Float64Array {
  const q = Float64Array.from(read(present.gradient));
  const vectors = pairs.map(({ from, to }) => ({
    s: minus(read(to.x), read(from.x)),
    y: minus(read(to.gradient), read(from.gradient)),
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
function walk(length: number, steps: number, seed: number, skipped: number): Walk {
  const gaussian = gaussianSource(seed);
  const memory = new VectorMemory(length);
  const read = (vector: Vector): Float32Array => {
    const values = new Float32Array(length);
    memory.read(vector, values);
    return values;
  };
  const entryAt = (x: Float32Array, known: readonly Entry[]): Entry => {
    const gradient = x.map((v, i) => (1 + (i % 20)) * v);
    return entryOf(memory, memory.store(x), memory.store(gradient), known);
  };
  let x = Float32Array.from({ length }, () => gaussian());
  let present = entryAt(x, []);
  const pairs: Pair[] = [];
  for (let k = 0; k < steps; k += 1) {
    x = x.map((value) => value + 0.05 * gaussian());
    const to = entryAt(x, [...new Set([...entriesOf(pairs), present])]);
    const s = minus(x, read(present.x));
    const ys = product(s, minus(read(to.gradient), read(present.gradient)));
    if (k !== skipped) pairs.push({ from: present, to, ys });
    present = to;
  }
  return { read, pairs, present };
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
        const walked = walk(length, steps, seed, skipped);
        const { read, pairs, present } = walked;
        const { direction, slope } = quasiNewton(pairs, present);
        const expected = twoLoops(walked);
        const actual = new Float64Array(length);
        direction.vectors.forEach((v, k) =>
          read(v).forEach((value, i) => (actual[i] += direction.coefficients[k] * value)),
        );
        const off = actual.map((value, i) => value - expected[i]);
        expect(Math.sqrt(product(off, off))).toBeLessThan(1e-9 * Math.sqrt(product(expected, expected)));
        const expectedSlope = product(expected, read(present.gradient));
        expect(Math.abs(slope - expectedSlope)).toBeLessThan(1e-9 * Math.abs(expectedSlope));
      }),
    );
  });
});
