import { clamp } from './math';

/** A scalar field blurred by three box filters (nearly a Gaussian) of the given radius in pixels; edges repeat. */
export function blur(field: Float32Array, size: number, radius: number): Float32Array {
  const reach = Math.max(1, Math.round(radius));
  let from = Float32Array.from(field);
  let to = new Float32Array(field.length);
  for (let pass = 0; pass < 6; pass++) {
    const stride = pass % 2 === 0 ? 1 : size;
    const across = pass % 2 === 0 ? size : 1;
    for (let line = 0; line < size; line++) boxLine(from, to, line * across, stride, size, reach);
    [from, to] = [to, from];
  }
  return from;
}

function boxLine(
  from: Float32Array,
  to: Float32Array,
  start: number,
  stride: number,
  size: number,
  reach: number,
): void {
  let sum = 0;
  for (let i = -reach; i <= reach; i++) sum += from[start + clamp(i, 0, size - 1) * stride]!;
  for (let i = 0; i < size; i++) {
    to[start + i * stride] = sum / (2 * reach + 1);
    sum += from[start + Math.min(i + reach + 1, size - 1) * stride]!;
    sum -= from[start + Math.max(i - reach, 0) * stride]!;
  }
}

/**
 * Distance in pixels from each pixel to the nearest border between different labels: a chamfer transform
 * (Borgefors, 1986; error below 8 %). Pixels at a border have 0.5.
 */
export function distanceToBorders(labels: Int32Array, size: number): Float32Array {
  const distance = new Float32Array(labels.length).fill(size * 2);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const i = y * size + x;
      if (x + 1 < size && labels[i] !== labels[i + 1]) distance[i] = distance[i + 1] = 0.5;
      if (y + 1 < size && labels[i] !== labels[i + size]) distance[i] = distance[i + size] = 0.5;
    }
  }
  sweep(distance, size, 1);
  sweep(distance, size, -1);
  return distance;
}

function sweep(distance: Float32Array, size: number, direction: 1 | -1): void {
  const first = direction === 1 ? 0 : size - 1;
  for (let row = 0; row < size; row++) {
    const y = first + row * direction;
    for (let column = 0; column < size; column++) {
      const x = first + column * direction;
      const i = y * size + x;
      let best = distance[i]!;
      const before = x - direction;
      const above = y - direction;
      const after = x + direction;
      const aboveInside = above >= 0 && above < size;
      if (before >= 0 && before < size) {
        best = Math.min(best, distance[y * size + before]! + 1);
        if (aboveInside) best = Math.min(best, distance[above * size + before]! + Math.SQRT2);
      }
      if (aboveInside) {
        best = Math.min(best, distance[above * size + x]! + 1);
        if (after >= 0 && after < size) best = Math.min(best, distance[above * size + after]! + Math.SQRT2);
      }
      distance[i] = best;
    }
  }
}
