/*
 * Vectors are stored as float32 (half the memory traffic) and summed in float64: a dot product over a million
 * pixels loses the digits that L-BFGS lives from when it is summed in float32.
 */

/** `Σ a·b`. Four sums at once: a single one would wait for each addition before the next. */
export function dot(a: Float32Array, b: Float32Array): number {
  const length = a.length;
  const unrolled = length - (length % 4);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i < unrolled; i += 4) {
    s0 += a[i] * b[i];
    s1 += a[i + 1] * b[i + 1];
    s2 += a[i + 2] * b[i + 2];
    s3 += a[i + 3] * b[i + 3];
  }
  for (; i < length; i += 1) s0 += a[i] * b[i];
  return s0 + s1 + (s2 + s3);
}

/** `Σ a²`, in float64. */
export function sumOfSquares(a: Float32Array): number {
  return dot(a, a);
}

/** `y += factor·x`, in place. */
export function addScaled(y: Float32Array, factor: number, x: Float32Array): void {
  for (let i = 0; i < y.length; i += 1) y[i] += factor * x[i];
}

/** `x + factor·d`, as a new vector. */
export function stepped(x: Float32Array, factor: number, d: Float32Array): Float32Array {
  const out = new Float32Array(x.length);
  for (let i = 0; i < out.length; i += 1) out[i] = x[i] + factor * d[i];
  return out;
}

/** `a − b`, as a new vector. */
export function difference(a: Float32Array, b: Float32Array): Float32Array {
  const out = new Float32Array(a.length);
  for (let i = 0; i < out.length; i += 1) out[i] = a[i] - b[i];
  return out;
}

/** `x *= factor`, in place. */
export function scale(x: Float32Array, factor: number): void {
  for (let i = 0; i < x.length; i += 1) x[i] *= factor;
}

/** Whether every entry is finite: `x − x` is 0 for numbers and NaN for NaN and the infinities. */
export function isFiniteVector(x: Float32Array): boolean {
  let sum = 0;
  for (let i = 0; i < x.length; i += 1) sum += x[i] - x[i];
  return sum === 0;
}
