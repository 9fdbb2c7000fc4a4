import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussianSource } from '../../../server/style/random';
import { VectorMemory } from '../../../server/style/vector-memory';
import type { Vector } from '../../../server/style/vector-memory';

/** In the last place of a float64, times what additions can add up to. */
const ROUNDING = 1e-12;

/** One by one, in float64. */
const product = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i] * b[i];
  return sum;
};
const magnitudes = (a: Float32Array): Float64Array => Float64Array.from(a, Math.abs);

function read(memory: VectorMemory, vector: Vector, length: number): Float32Array {
  const values = new Float32Array(length);
  memory.read(vector, values);
  return values;
}

/** Around the block's length (4096) and the alignment (16 entries), where the ends of loops are. */
const lengths = fc.oneof(
  fc.integer({ min: 1, max: 70 }),
  fc.integer({ min: 4080, max: 4112 }),
  fc.integer({ min: 8180, max: 9300 }),
);

/** Vectors whose magnitudes lie between the smallest and the largest that float32 has, each with its own. */
const problems = fc
  .tuple(lengths, fc.integer({ min: 0, max: 26 }), fc.nat(1e6), fc.integer({ min: -140, max: 120 }))
  .map(([length, count, seed, exponent]) => {
    const gaussian = gaussianSource(seed);
    const vector = (scale: number): Float32Array => Float32Array.from({ length }, () => scale * gaussian());
    return {
      length,
      a: vector(2 ** exponent),
      g: vector(1),
      vectors: Array.from({ length: count }, (_, k) => vector(2 ** ((37 * k) % 120))),
      coefficients: Array.from({ length: count }, (_, k) => gaussian() * 2 ** -((41 * k) % 120)),
    };
  });

describe('sums over many vectors at once', () => {
  it('multiply one with all, to the rounding of float64', () => {
    fc.assert(
      fc.property(problems, ({ length, a, vectors }) => {
        const memory = new VectorMemory(length);
        const stored = memory.store(a);
        const products = memory.dots(stored, [stored, ...vectors.map((v) => memory.store(v))]);
        expect(products).toHaveLength(vectors.length + 1);
        [a, ...vectors].forEach((v, k) => {
          const room = ROUNDING * product(magnitudes(a), magnitudes(v));
          expect(Math.abs(products[k] - product(a, v))).toBeLessThanOrEqual(room);
        });
      }),
    );
  });

  it('add all to one, and measure what changed after rounding to float32', () => {
    fc.assert(
      fc.property(problems, ({ length, a, g, vectors, coefficients }) => {
        const memory = new VectorMemory(length);
        const [x, along] = [memory.store(a), memory.store(g)];
        const out = memory.allocate();
        const moved = memory.advance(
          x,
          coefficients,
          vectors.map((v) => memory.store(v)),
          along,
          out,
        );
        const after = read(memory, out, length);
        for (let i = 0; i < length; i += 1) {
          const summands = [a[i], ...vectors.map((v, k) => coefficients[k] * v[i])];
          const sum = summands.reduce((total, value) => total + value, 0);
          const room = ROUNDING * summands.reduce((total, value) => total + Math.abs(value), 0);
          // To the nearest float32, but for sums that lie between two of them to the rounding of float64.
          const [low, high] = [Math.fround(sum - room), Math.fround(sum + room)];
          if (!(after[i] >= low && after[i] <= high)) throw new Error(`entry ${i}: ${after[i]}, not ${sum}`);
        }
        const s = Float64Array.from(after, (value, i) => value - a[i]);
        const squared = product(s, s);
        expect(Math.abs(moved.squaredLength - squared)).toBeLessThanOrEqual(ROUNDING * squared);
        const room = ROUNDING * product(s.map(Math.abs), magnitudes(g));
        expect(Math.abs(moved.along - product(s, g))).toBeLessThanOrEqual(room);
      }),
    );
  });

  it('are the same, bit for bit, every time and in every memory', () => {
    fc.assert(
      fc.property(problems, ({ length, a, g, vectors, coefficients }) => {
        const results = [0, 5, 0].map((others) => {
          const memory = new VectorMemory(length);
          for (let i = 0; i < others; i += 1) memory.store(g);
          const stored = vectors.map((v) => memory.store(v));
          const [x, gradient, out] = [memory.store(a), memory.store(g), memory.allocate()];
          const moved = memory.advance(x, coefficients, stored, gradient, out);
          return [memory.dots(gradient, stored), moved, read(memory, out, length)];
        });
        expect(results[1]).toEqual(results[0]);
        expect(results[2]).toEqual(results[0]);
      }),
      { numRuns: 20 },
    );
  });

  it('are not finite where one entry is not', () => {
    const anywhere = fc.tuple(lengths, fc.nat(), fc.constantFrom(NaN, Infinity, -Infinity), fc.nat(5));
    fc.assert(
      fc.property(anywhere, ([length, place, value, which]) => {
        const memory = new VectorMemory(length);
        const good = Array.from({ length: 6 }, () => memory.store(new Float32Array(length).fill(0.5)));
        const bad = new Float32Array(length).fill(0.5);
        bad[place % length] = value;
        const vectors = good.with(which, memory.store(bad));
        const out = memory.allocate();
        const one = memory.store(new Float32Array(length).fill(1));

        expect(Number.isFinite(memory.dots(vectors[which], [vectors[which]])[0])).toBe(false);
        memory.dots(one, vectors).forEach((sum, k) => expect(Number.isFinite(sum)).toBe(k !== which));
        const ones = vectors.map(() => 1);
        expect(Number.isFinite(memory.advance(one, ones, vectors, one, out).squaredLength)).toBe(false);
        expect(Number.isFinite(memory.advance(one, ones, good, one, out).squaredLength)).toBe(true);
      }),
    );
  });

  it('are not finite where a point leaves the range of float32, but squares of the largest are', () => {
    const memory = new VectorMemory(5);
    const large = memory.store(new Float32Array(5).fill(3e38));
    const out = memory.allocate();
    expect(memory.advance(large, [1], [large], large, out).squaredLength).toBe(Infinity);
    expect(memory.advance(large, [-2], [large], large, out).squaredLength).toBeCloseTo(5 * 36e76, -74);
    expect(Number.isFinite(memory.dots(large, [large])[0])).toBe(true);
  });

  it('refuse more vectors than there is room to name, rather than write over them', () => {
    const memory = new VectorMemory(1);
    const one = memory.store(Float32Array.of(1));
    expect(
      memory.dots(
        one,
        Array.from({ length: 2000 }, () => one),
      ),
    ).toEqual(new Array(2000).fill(1));
    expect(() => memory.dots(one, new Array<Vector>(2100).fill(one))).toThrow(RangeError);
    expect([...read(memory, one, 1)]).toEqual([1]);
  });
});

describe('the memory of vectors', () => {
  it('keeps what was written while it grows, and gives out again only what is not to be kept', () => {
    const length = 17_000;
    const memory = new VectorMemory(length);
    const numbered = (k: number): Float32Array => new Float32Array(length).fill(k);
    const holds = (vector: Vector, k: number): boolean =>
      read(memory, vector, length).every((value) => value === k);
    const vectors = Array.from({ length: 8 }, (_, k) => memory.store(numbered(k)));
    const kept = [vectors[1], vectors[6]];
    memory.keepOnly(kept);
    const fresh = Array.from({ length: 9 }, (_, k) => memory.store(numbered(100 + k)));
    expect(new Set([...kept, ...fresh].map(({ address }) => address)).size).toBe(11);
    expect(holds(vectors[1], 1) && holds(vectors[6], 6)).toBe(true);
    expect(fresh.every((vector, k) => holds(vector, 100 + k))).toBe(true);
  });

  it('takes up the place of an earlier vector without its traces', () => {
    const memory = new VectorMemory(3);
    const x = memory.store(Float32Array.of(1, 2, 3));
    const out = memory.allocate();
    memory.advance(x, [NaN], [x], x, out);
    memory.write(out, Float32Array.of(1, 1, 1));
    expect(memory.dots(out, [out, x])).toEqual([3, 6]);
  });

  it('holds copies: neither what was stored nor what was read follows it', () => {
    const memory = new VectorMemory(2);
    const values = Float32Array.of(1, 2);
    const vector = memory.store(values);
    values[0] = 9;
    const before = read(memory, vector, 2);
    memory.write(vector, Float32Array.of(5, 6));
    expect([...before]).toEqual([1, 2]);
    expect([...values]).toEqual([9, 2]);
  });

  it('refuses vectors of another length', () => {
    const memory = new VectorMemory(4);
    for (const length of [3, 5]) {
      expect(() => memory.store(new Float32Array(length))).toThrow(
        expect.objectContaining({ code: 'bad-picture' }),
      );
    }
  });
});
