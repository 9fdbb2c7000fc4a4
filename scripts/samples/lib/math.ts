/** Limits a value to a range. */
export function clamp(value: number, low = 0, high = 1): number {
  return value < low ? low : value > high ? high : value;
}

/** Linear interpolation from a (t = 0) to b (t = 1). */
export function lerp(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

/** 0 below `low`, 1 above `high`, a smooth cubic between them; `low` may be the larger one, which turns it round. */
export function smoothstep(low: number, high: number, value: number): number {
  const t = clamp((value - low) / (high - low));
  return t * t * (3 - 2 * t);
}

/** The part of a number after its floor, in [0, 1), for negative numbers too. */
export function fract(value: number): number {
  return value - Math.floor(value);
}

/** A bell of height 1 round 0: exp(-(value / width)²). */
export function bell(value: number, width: number): number {
  const t = value / width;
  return Math.exp(-t * t);
}
