import type { PlanarImage, Size } from './image';
import { StyleError } from './style-error';

/*
 * Beyond the border of a picture there is only padding, so that a network sees less of what is near it, and an
 * optimiser pays less for colours that do not belong there: saturated fringes. Here the picture is painted on a canvas
 * that is larger all round, and the margin, fringes and all, is cut off.
 */

/** Four poolings halve a side of this many pixels to one: VGG's taps lie behind no more. */
const GRAIN = 16;

/**
 * The size of the canvas of a picture of that size: larger by about the margin on each side, and by no less than half
 * of it, so that both sides are multiples of 16. Then no pooling drops a row, and what is compiled for one scale serves
 * all. Without a margin it is the picture's own.
 *
 * @param margin px, an integer ≥ 0
 */
export function canvasSize({ width, height }: Size, margin: number): Size {
  if (margin === 0) return { width, height };
  const side = (length: number): number =>
    GRAIN * Math.max(Math.round((length + 2 * margin) / GRAIN), Math.ceil((length + margin) / GRAIN));
  return { width: side(width), height: side(height) };
}

/**
 * The picture in the middle of its canvas, with the margin its mirror image (the pixels along the border are doubled).
 *
 * @throws StyleError `bad-settings` where the margin is larger than the picture
 */
export function withMargin(picture: PlanarImage, margin: number): PlanarImage {
  if (margin === 0) return picture;
  const canvas = canvasSize(picture, margin);
  const columns = mirrored(picture.width, canvas.width);
  const rows = mirrored(picture.height, canvas.height);
  const data = new Float32Array(3 * canvas.width * canvas.height);
  for (let plane = 0; plane < 3; plane += 1) {
    for (let y = 0; y < canvas.height; y += 1) {
      const from = (plane * picture.height + rows[y]) * picture.width;
      const to = (plane * canvas.height + y) * canvas.width;
      for (let x = 0; x < canvas.width; x += 1) data[to + x] = picture.data[from + columns[x]];
    }
  }
  return { ...canvas, data };
}

/** The picture of that size in the middle of a canvas: what is left when the margin is cut off. */
export function withoutMargin(canvas: PlanarImage, { width, height }: Size): PlanarImage {
  if (canvas.width === width && canvas.height === height) return canvas;
  const left = (canvas.width - width) >> 1;
  const top = (canvas.height - height) >> 1;
  const data = new Float32Array(3 * width * height);
  for (let plane = 0; plane < 3; plane += 1) {
    for (let y = 0; y < height; y += 1) {
      const from = (plane * canvas.height + top + y) * canvas.width + left;
      data.set(canvas.data.subarray(from, from + width), (plane * height + y) * width);
    }
  }
  return { width, height, data };
}

/** Which entry of a row of `length` lies at each place of one of `canvas` entries. */
function mirrored(length: number, canvas: number): number[] {
  const before = (canvas - length) >> 1;
  if (canvas - length - before > length) {
    throw new StyleError('bad-settings', `a side of ${length} px is too short for a canvas of ${canvas} px`);
  }
  return Array.from({ length: canvas }, (_, place) => {
    const index = place - before;
    if (index < 0) return -1 - index;
    return index < length ? index : 2 * length - 1 - index;
  });
}
