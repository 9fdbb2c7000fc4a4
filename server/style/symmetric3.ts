/** A 3×3 matrix, row by row. */
export type Matrix3 = readonly number[];

const SWEEPS = 50;

/**
 * Applies `f` to the eigenvalues of a symmetric matrix: `V f(Λ) Vᵀ`. By Jacobi's rotations, which are as exact for
 * singular and for repeated eigenvalues as for others.
 *
 * @param matrix symmetric and finite
 */
export function mapEigenvalues(matrix: Matrix3, f: (eigenvalue: number) => number): number[] {
  const a = [...matrix];
  const v = [1, 0, 0, 0, 1, 0, 0, 0, 1];
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(a) > 0; sweep += 1) {
    rotate(a, v, 0, 1);
    rotate(a, v, 0, 2);
    rotate(a, v, 1, 2);
  }
  const mapped = [f(a[0]), f(a[4]), f(a[8])];
  return Array.from({ length: 9 }, (_, index) => {
    const row = Math.floor(index / 3);
    const column = index % 3;
    return mapped.reduce((sum, value, k) => sum + v[row * 3 + k] * value * v[column * 3 + k], 0);
  });
}

/** `a·b`. */
export function multiply(a: Matrix3, b: Matrix3): number[] {
  return Array.from({ length: 9 }, (_, index) => {
    const row = Math.floor(index / 3) * 3;
    const column = index % 3;
    return a[row] * b[column] + a[row + 1] * b[column + 3] + a[row + 2] * b[column + 6];
  });
}

/** What is left beside the diagonal, 0 where it is lost in the rounding of the diagonal. */
function offDiagonal(a: readonly number[]): number {
  const beside = Math.abs(a[1]) + Math.abs(a[2]) + Math.abs(a[5]);
  const diagonal = Math.abs(a[0]) + Math.abs(a[4]) + Math.abs(a[8]);
  return beside > 1e-17 * diagonal ? beside : 0;
}

/** Turns the axes p and q so that `a[p][q]` vanishes, and takes the turn up in `v`. */
function rotate(a: number[], v: number[], p: number, q: number): void {
  const beside = a[p * 3 + q];
  if (beside === 0) return;
  const theta = (a[q * 4] - a[p * 4]) / (2 * beside);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < 3; k += 1) turn(a, k * 3 + p, k * 3 + q, c, s);
  for (let k = 0; k < 3; k += 1) turn(a, p * 3 + k, q * 3 + k, c, s);
  for (let k = 0; k < 3; k += 1) turn(v, k * 3 + p, k * 3 + q, c, s);
  a[p * 3 + q] = 0;
  a[q * 3 + p] = 0;
}

function turn(m: number[], i: number, j: number, c: number, s: number): void {
  const before = m[i];
  m[i] = c * before - s * m[j];
  m[j] = s * before + c * m[j];
}
