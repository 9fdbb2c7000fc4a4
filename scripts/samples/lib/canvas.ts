import type { Rgb } from './color';

/** A square picture: `size` × `size` pixels, three floats each (sRGB-encoded, 0 to 1), row by row. */
export interface Canvas {
  readonly size: number;
  readonly data: Float32Array;
}

/** A canvas of one colour. */
export function createCanvas(size: number, [red, green, blue]: Rgb = [1, 1, 1]): Canvas {
  const data = new Float32Array(size * size * 3);
  for (let i = 0; i < data.length; i += 3) {
    data[i] = red;
    data[i + 1] = green;
    data[i + 2] = blue;
  }
  return { size, data };
}

/** The colour of pixel `index` (y × size + x). */
export function pixel({ data }: Canvas, index: number): Rgb {
  return [data[index * 3]!, data[index * 3 + 1]!, data[index * 3 + 2]!];
}

/** Covers pixel `index` with a colour, 0 (not at all) to 1. */
export function cover({ data }: Canvas, index: number, color: Rgb, alpha: number): void {
  const i = index * 3;
  data[i]! += (color[0] - data[i]!) * alpha;
  data[i + 1]! += (color[1] - data[i + 1]!) * alpha;
  data[i + 2]! += (color[2] - data[i + 2]!) * alpha;
}

/** Multiplies the light of pixel `index`. */
export function scale({ data }: Canvas, index: number, factor: number): void {
  data[index * 3]! *= factor;
  data[index * 3 + 1]! *= factor;
  data[index * 3 + 2]! *= factor;
}

/**
 * Sets every pixel from a function of its centre. `u` and `v` run from 0 to 1 to the right and downwards;
 * the function also gets the pixel's index.
 */
export function paintEach(canvas: Canvas, color: (u: number, v: number, index: number) => Rgb): void {
  const { size, data } = canvas;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const index = y * size + x;
      const [red, green, blue] = color((x + 0.5) / size, (y + 0.5) / size, index);
      data[index * 3] = red;
      data[index * 3 + 1] = green;
      data[index * 3 + 2] = blue;
    }
  }
}
