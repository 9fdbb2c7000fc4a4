import type { PlanarImage } from './image';
import { mapEigenvalues, multiply } from './symmetric3';

/** `rgb ↦ matrix · rgb + offset`. */
export interface ColourMap {
  readonly matrix: readonly number[];
  readonly offset: readonly number[];
}

/** Variance, in units of the range [0,1], below which a picture has no colour in a direction: a quarter of an 8-bit step. */
const VARIANCE_FLOOR = 1e-6;
/** Rec. 601 luma, of sRGB-encoded values. */
const LUMA = [0.299, 0.587, 0.114] as const;

/**
 * The map that gives a style picture the mean and the covariance of the content's colours: `Σ_c^½ Σ_s^−½`, with symmetric
 * roots (Gatys, Bethge, Hertzmann & Shechtman 2016, "Preserving Color in Neural Artistic Style Transfer"). Directions in
 * which the style picture has no colour stay without: there is nothing to stretch but rounding.
 */
export function matchColours(style: PlanarImage, content: PlanarImage): ColourMap {
  const from = momentsOf(style);
  const to = momentsOf(content);
  const matrix = multiply(
    mapEigenvalues(to.covariance, (value) => Math.sqrt(Math.max(value, 0))),
    mapEigenvalues(from.covariance, (value) => 1 / Math.sqrt(Math.max(value, VARIANCE_FLOOR))),
  );
  const offset = to.mean.map(
    (mean, c) => mean - from.mean.reduce((sum, value, k) => sum + matrix[c * 3 + k] * value, 0),
  );
  return { matrix, offset };
}

export function recolour({ width, height, data }: PlanarImage, { matrix, offset }: ColourMap): PlanarImage {
  const pixels = width * height;
  const out = new Float32Array(data.length);
  for (let i = 0; i < pixels; i += 1) {
    const r = data[i];
    const g = data[pixels + i];
    const b = data[2 * pixels + i];
    out[i] = matrix[0] * r + matrix[1] * g + matrix[2] * b + offset[0];
    out[pixels + i] = matrix[3] * r + matrix[4] * g + matrix[5] * b + offset[1];
    out[2 * pixels + i] = matrix[6] * r + matrix[7] * g + matrix[8] * b + offset[2];
  }
  return { width, height, data: out };
}

/**
 * The luma of `picture` with the chroma of `content`. All channels of a pixel are moved by the same amount, which changes
 * luma alone, since its weights sum to 1.
 *
 * @param content of the same size
 */
export function withChromaOf(picture: PlanarImage, content: PlanarImage): PlanarImage {
  const { width, height, data } = picture;
  const pixels = width * height;
  const out = new Float32Array(data.length);
  for (let i = 0; i < pixels; i += 1) {
    let lighter = 0;
    for (let c = 0; c < 3; c += 1) {
      const k = c * pixels + i;
      lighter += LUMA[c] * (data[k] - content.data[k]);
    }
    for (let c = 0; c < 3; c += 1) out[c * pixels + i] = content.data[c * pixels + i] + lighter;
  }
  return { width, height, data: out };
}

/** Mean per channel, `[3]`. */
export function meanColour({ width, height, data }: PlanarImage): number[] {
  const pixels = width * height;
  return [0, 1, 2].map((c) => {
    let sum = 0;
    for (let i = c * pixels; i < (c + 1) * pixels; i += 1) sum += data[i];
    return sum / pixels;
  });
}

/** Mean `[3]` and covariance `[3][3]` of a picture's colours. */
function momentsOf(image: PlanarImage): { readonly mean: number[]; readonly covariance: number[] } {
  const mean = meanColour(image);
  const pixels = image.width * image.height;
  const covariance = Array.from({ length: 9 }, (_, index) => {
    const a = Math.floor(index / 3);
    const b = index % 3;
    let sum = 0;
    for (let i = 0; i < pixels; i += 1) {
      sum += (image.data[a * pixels + i] - mean[a]) * (image.data[b * pixels + i] - mean[b]);
    }
    return sum / pixels;
  });
  return { mean, covariance };
}
