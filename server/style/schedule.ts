import type { Size } from './image';
import type { StyleSettings } from './settings';
import { StyleError } from './style-error';

/** Short side that every picture keeps at every scale: below it the deepest taps have next to no pixels. */
export const MIN_SHORT_SIDE_PX = 32;
/** Longest to shortest side of a picture. */
export const MAX_ASPECT_RATIO = 8;

/** How scales follow one another. */
export type Scaling = Pick<StyleSettings, 'scaleFactor' | 'smallestScale'>;

/** `size` shrunk, proportions kept, so that its long side is `longSide`; itself if it is no longer than that. */
export function fitWithin(size: Size, longSide: number): Size {
  const ratio = longSide / longSideOf(size);
  return ratio >= 1 ? { width: size.width, height: size.height } : scaled(size, ratio);
}

/**
 * The size of a style picture at a scale, larger than the picture itself where that is what it takes: brush strokes keep
 * their proportion to the painted picture. Its short side is no less than {@link MIN_SHORT_SIDE_PX}.
 *
 * @param longSide of the painted picture, times the style scale
 */
export function styleSize(style: Size, longSide: number): Size {
  assertUsable(style);
  const ratio = Math.max(
    longSide / Math.max(style.width, style.height),
    MIN_SHORT_SIDE_PX / Math.min(style.width, style.height),
  );
  return scaled(style, ratio);
}

/**
 * The sizes from coarse to fine. The last is the content's own, shrunk to `longSide` if it is longer (never enlarged);
 * each one before is smaller by the scale factor, as long as its long side is `smallestScale` or more and its short side
 * {@link MIN_SHORT_SIDE_PX} or more. With the factor off there is only the last.
 *
 * @throws StyleError `bad-picture` where the content is too small or too oblong
 */
export function scaleSizes(
  content: Size,
  longSide: number,
  { scaleFactor, smallestScale }: Scaling = { scaleFactor: '2', smallestScale: 128 },
): Size[] {
  assertUsable(content);
  const final = fitWithin(content, longSide);
  if (shortSide(final) < MIN_SHORT_SIDE_PX) {
    throw new StyleError(
      'bad-picture',
      `the picture is ${final.width}×${final.height} px, but its short side must be ${MIN_SHORT_SIDE_PX} px or more`,
    );
  }
  const sizes = [final];
  if (scaleFactor === 'off') return sizes;
  const factor = scaleFactor === 'sqrt2' ? Math.SQRT2 : 2;
  for (;;) {
    const coarser = scaled(final, 1 / factor ** sizes.length);
    if (Math.max(coarser.width, coarser.height) < smallestScale || shortSide(coarser) < MIN_SHORT_SIDE_PX) {
      return sizes;
    }
    sizes.unshift(coarser);
  }
}

/**
 * The scale that a picture is of: the one that is named where it has the picture's size, else the one whose size is
 * nearest. A picture may come from a run with other settings.
 *
 * @param scale 0-based from the coarsest
 * @param sizes from coarse to fine, one or more
 */
export function scaleOf(picture: Size, scale: number, sizes: readonly Size[]): number {
  const named = sizes.at(scale);
  if (named?.width === picture.width && named.height === picture.height) return scale;
  const distances = sizes.map((size) => Math.abs(Math.log(longSideOf(picture) / longSideOf(size))));
  return distances.indexOf(Math.min(...distances));
}

/**
 * Shares `total` iterations out over `scales` scales: the last gets half of them (rounded up), the others equal parts
 * of the rest. Where there are too few for each scale to get one, the coarsest get none.
 *
 * @param total an integer ≥ 1
 */
export function shareIterations(total: number, scales: number): number[] {
  if (!Number.isInteger(total) || total < 1) {
    throw new StyleError('bad-settings', `iterations must be an integer ≥ 1, not ${total}`);
  }
  if (scales === 1) return [total];
  const coarse = Math.floor(total / 2);
  const each = Math.floor(coarse / (scales - 1));
  const left = coarse - each * (scales - 1);
  const shares = Array.from(
    { length: scales - 1 },
    (_, index) => each + (index >= scales - 1 - left ? 1 : 0),
  );
  return [...shares, total - coarse];
}

/**
 * What is left to do at each scale, after the number of iterations was changed during a run. Scales gone through are
 * not gone back to; each scale to come gets what it would have got from the start; what was done too much or too
 * little is settled from the present scale on, so that `total` comes out. Where no iterations are left, a run that
 * has not reached the last scale still gets one there: a picture of the chosen size was promised.
 *
 * @param done iterations done at each scale so far
 * @param present the index of the scale that the run is at
 * @returns iterations still to do at each scale
 */
export function replan(total: number, done: readonly number[], present: number): number[] {
  const last = done.length - 1;
  const ideal = shareIterations(total, done.length);
  const rest = done.map((count, index) => (index < present ? 0 : Math.max(0, ideal[index] - count)));
  const left = total - done.reduce((sum, count) => sum + count, 0);
  const planned = rest.reduce((sum, count) => sum + count, 0);
  if (planned < left) rest[last] += left - planned;
  const leastAtLast = present < last ? 1 : 0;
  let excess = planned - Math.max(left, leastAtLast);
  for (let index = present; index <= last && excess > 0; index += 1) {
    const taken = Math.min(excess, rest[index] - (index === last ? leastAtLast : 0));
    rest[index] -= taken;
    excess -= taken;
  }
  return rest;
}

function assertUsable(size: Size): void {
  const long = longSideOf(size);
  if (!(shortSide(size) > 0) || long / shortSide(size) > MAX_ASPECT_RATIO) {
    throw new StyleError(
      'bad-picture',
      `the picture is ${size.width}×${size.height} px, but one side may be at most ${MAX_ASPECT_RATIO} times the other`,
    );
  }
}

function longSideOf(size: Size): number {
  return Math.max(size.width, size.height);
}

function shortSide(size: Size): number {
  return Math.min(size.width, size.height);
}

function scaled(size: Size, ratio: number): Size {
  return {
    width: Math.max(1, Math.round(size.width * ratio)),
    height: Math.max(1, Math.round(size.height * ratio)),
  };
}
