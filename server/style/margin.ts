import type { PlanarImage, Size } from './image';
import { StyleError } from './style-error';

/*
 * Beyond the border of a picture there is only padding, so that a network sees less of what is near it, and an
 * optimiser pays less for colours that do not belong there: saturated fringes. Here the picture is painted on a canvas
 * that is larger all round, and the margin, fringes and all, is cut off.
 */

/** The size of the canvas of a picture of that size. */
export function canvasSize({ width, height }: Size, margin: number): Size {
  return { width: width + 2 * margin, height: height + 2 * margin };
}

/**
 * The picture on its canvas, with the margin its mirror image (the pixels along the border are doubled).
 *
 * @param margin px, an integer from 0 to the picture's short side
 * @throws StyleError `bad-settings` where the margin is larger than the picture
 */
export function withMargin(picture: PlanarImage, margin: number): PlanarImage {
  if (margin === 0) return picture;
  if (margin > Math.min(picture.width, picture.height)) {
    throw new StyleError(
      'bad-settings',
      `a margin of ${margin} px is larger than the picture of ${picture.width}×${picture.height} px`,
    );
  }
  const { width, height } = canvasSize(picture, margin);
  const columns = Int32Array.from({ length: width }, (_, x) => mirrored(x - margin, picture.width));
  const data = new Float32Array(3 * width * height);
  for (let plane = 0; plane < 3; plane += 1) {
    for (let y = 0; y < height; y += 1) {
      const from = (plane * picture.height + mirrored(y - margin, picture.height)) * picture.width;
      const to = (plane * height + y) * width;
      for (let x = 0; x < width; x += 1) data[to + x] = picture.data[from + columns[x]];
    }
  }
  return { width, height, data };
}

/** The picture of a canvas: what is left when the margin is cut off. */
export function withoutMargin(canvas: PlanarImage, margin: number): PlanarImage {
  if (margin === 0) return canvas;
  const width = canvas.width - 2 * margin;
  const height = canvas.height - 2 * margin;
  const data = new Float32Array(3 * width * height);
  for (let plane = 0; plane < 3; plane += 1) {
    for (let y = 0; y < height; y += 1) {
      const from = (plane * canvas.height + y + margin) * canvas.width + margin;
      data.set(canvas.data.subarray(from, from + width), (plane * height + y) * width);
    }
  }
  return { width, height, data };
}

function mirrored(index: number, length: number): number {
  if (index < 0) return -1 - index;
  return index < length ? index : 2 * length - 1 - index;
}
