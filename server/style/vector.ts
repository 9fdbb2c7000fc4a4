/** `Σ a²`, summed in float64. */
export function sumOfSquares(a: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i] * a[i];
  return sum;
}

/** `y += factor·x`, in place. */
export function addScaled(y: Float32Array, factor: number, x: Float32Array): void {
  for (let i = 0; i < y.length; i += 1) y[i] += factor * x[i];
}

/** Whether every entry is finite. */
export function isFiniteVector(x: Float32Array): boolean {
  for (let i = 0; i < x.length; i += 1) if (!Number.isFinite(x[i])) return false;
  return true;
}
