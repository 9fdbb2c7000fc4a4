/*
 * Many vectors at once: L-BFGS lives from memory traffic, so everything here goes through its vectors once, block by
 * block, so that what is shared between them stays in the processor's cache. Stored as float32, summed in float64.
 */

const BLOCK = 4096;

/** `a · v` for every `v` of `vectors`, all as long as `a`. It is finite for `v = a` exactly where all of `a` is. */
export function dots(a: Float32Array, vectors: readonly Float32Array[]): number[] {
  const sums = vectors.map(() => 0);
  for (let from = 0; from < a.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, a.length);
    let k = 0;
    for (; k + 4 <= vectors.length; k += 4) addFourDots(a, vectors, k, from, to, sums);
    for (; k < vectors.length; k += 1) sums[k] += dotWithin(a, vectors[k], from, to);
  }
  return sums;
}

/** How far `advance` has gone: both are sums over what really changed, after rounding to float32. */
export interface Advance {
  /** `‖s‖²`; finite exactly where the new point is. */
  readonly squaredLength: number;
  /** `s · g`. */
  readonly along: number;
}

/**
 * `out = x + Σ c_k v_k`, with `s = out − x`.
 *
 * @param g what `s` is multiplied with for `along`
 */
export function advance(
  x: Float32Array,
  coefficients: readonly number[],
  vectors: readonly Float32Array[],
  g: Float32Array,
  out: Float32Array,
): Advance {
  const change = new Float64Array(Math.min(BLOCK, x.length));
  let squaredLength = 0;
  let along = 0;
  for (let from = 0; from < x.length; from += BLOCK) {
    const length = Math.min(BLOCK, x.length - from);
    change.fill(0);
    let k = 0;
    for (; k + 4 <= vectors.length; k += 4) addFour(change, coefficients, vectors, k, from, length);
    for (; k < vectors.length; k += 1) addOne(change, coefficients[k], vectors[k], from, length);
    for (let i = 0; i < length; i += 1) {
      const before = x[from + i];
      const after = Math.fround(before + change[i]);
      out[from + i] = after;
      const s = after - before;
      squaredLength += s * s;
      along += s * g[from + i];
    }
  }
  return { squaredLength, along };
}

function dotWithin(a: Float32Array, b: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += a[i] * b[i];
  return sum;
}

function addFourDots(
  a: Float32Array,
  vectors: readonly Float32Array[],
  k: number,
  from: number,
  to: number,
  sums: number[],
): void {
  const v0 = vectors[k];
  const v1 = vectors[k + 1];
  const v2 = vectors[k + 2];
  const v3 = vectors[k + 3];
  // Two entries at once: neither has to wait for the additions of the other.
  const even = to - ((to - from) % 2);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let t0 = 0;
  let t1 = 0;
  let t2 = 0;
  let t3 = 0;
  for (let i = from; i < even; i += 2) {
    const first = a[i];
    const second = a[i + 1];
    s0 += first * v0[i];
    s1 += first * v1[i];
    s2 += first * v2[i];
    s3 += first * v3[i];
    t0 += second * v0[i + 1];
    t1 += second * v1[i + 1];
    t2 += second * v2[i + 1];
    t3 += second * v3[i + 1];
  }
  sums[k] += s0 + t0 + dotWithin(a, v0, even, to);
  sums[k + 1] += s1 + t1 + dotWithin(a, v1, even, to);
  sums[k + 2] += s2 + t2 + dotWithin(a, v2, even, to);
  sums[k + 3] += s3 + t3 + dotWithin(a, v3, even, to);
}

function addOne(change: Float64Array, c: number, v: Float32Array, from: number, length: number): void {
  for (let i = 0; i < length; i += 1) change[i] += c * v[from + i];
}

function addFour(
  change: Float64Array,
  coefficients: readonly number[],
  vectors: readonly Float32Array[],
  k: number,
  from: number,
  length: number,
): void {
  const c0 = coefficients[k];
  const c1 = coefficients[k + 1];
  const c2 = coefficients[k + 2];
  const c3 = coefficients[k + 3];
  const v0 = vectors[k];
  const v1 = vectors[k + 1];
  const v2 = vectors[k + 2];
  const v3 = vectors[k + 3];
  const even = length - (length % 2);
  for (let i = 0; i < even; i += 2) {
    const j = from + i;
    change[i] += c0 * v0[j] + c1 * v1[j] + (c2 * v2[j] + c3 * v3[j]);
    change[i + 1] += c0 * v0[j + 1] + c1 * v1[j + 1] + (c2 * v2[j + 1] + c3 * v3[j + 1]);
  }
  for (let i = even; i < length; i += 1) {
    const j = from + i;
    change[i] += c0 * v0[j] + c1 * v1[j] + (c2 * v2[j] + c3 * v3[j]);
  }
}
