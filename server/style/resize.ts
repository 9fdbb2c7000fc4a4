import type { PlanarImage, Size } from './image';

/**
 * Resizes with the Catmull–Rom cubic (Keys 1981, a = −½), widened by the scale when shrinking so that nothing
 * aliases. Weights are normalised per output pixel, so a flat picture stays flat up to the border. Separable:
 * first along the rows, then along the columns. May overshoot [0,1] a little at sharp edges.
 *
 * @returns the picture itself where the size is already right
 */
export function resize(image: PlanarImage, size: Size): PlanarImage {
  if (image.width === size.width && image.height === size.height) return image;
  const { width, height, data } = image;
  const columns = filterFor(width, size.width);
  const rows = filterFor(height, size.height);

  const narrow = new Float32Array(3 * height * size.width);
  for (let line = 0; line < 3 * height; line += 1) {
    const from = line * width;
    const to = line * size.width;
    for (let x = 0; x < size.width; x += 1) {
      const offset = x * columns.support;
      const start = from + columns.starts[x];
      let sum = 0;
      for (let k = 0; k < columns.support; k += 1) sum += columns.weights[offset + k] * data[start + k];
      narrow[to + x] = sum;
    }
  }

  const out = new Float32Array(3 * size.height * size.width);
  const line = new Float64Array(size.width);
  for (let plane = 0; plane < 3; plane += 1) {
    for (let y = 0; y < size.height; y += 1) {
      line.fill(0);
      for (let k = 0; k < rows.support; k += 1) {
        const weight = rows.weights[y * rows.support + k];
        const from = (plane * height + rows.starts[y] + k) * size.width;
        for (let x = 0; x < size.width; x += 1) line[x] += weight * narrow[from + x];
      }
      out.set(line, (plane * size.height + y) * size.width);
    }
  }
  return { width: size.width, height: size.height, data: out };
}

interface Filter {
  /** Source pixels that each output pixel reads. */
  readonly support: number;
  /** The first of them, per output pixel. */
  readonly starts: Int32Array;
  /** `[outputs][support]`, each row summing to 1. */
  readonly weights: Float64Array;
}

function filterFor(from: number, to: number): Filter {
  const ratio = from / to;
  const stretch = Math.max(1, ratio);
  const support = Math.min(from, Math.ceil(4 * stretch) + 1);
  const starts = new Int32Array(to);
  const weights = new Float64Array(to * support);
  for (let i = 0; i < to; i += 1) {
    const centre = (i + 0.5) * ratio - 0.5;
    const first = Math.ceil(centre - 2 * stretch);
    const last = Math.floor(centre + 2 * stretch);
    const start = Math.min(Math.max(first, 0), from - support);
    starts[i] = start;
    let sum = 0;
    for (let source = first; source <= last; source += 1) {
      const weight = catmullRom((source - centre) / stretch);
      // Beyond the border the nearest pixel is repeated.
      const inside = Math.min(Math.max(source, 0), from - 1);
      weights[i * support + inside - start] += weight;
      sum += weight;
    }
    for (let k = 0; k < support; k += 1) weights[i * support + k] /= sum;
  }
  return { support, starts, weights };
}

function catmullRom(x: number): number {
  const t = Math.abs(x);
  if (t < 1) return (1.5 * t - 2.5) * t * t + 1;
  if (t < 2) return ((-0.5 * t + 2.5) * t - 4) * t + 2;
  return 0;
}
