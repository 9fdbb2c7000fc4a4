import type { PlanarImage } from '../../style/image';

/** Beyond the range by more than this is a loss that can be seen, not an overshoot of the optimiser at an edge. */
const MARGIN = 0.1;

/**
 * Energy in high frequencies: the mean square of the 3×3 Laplacian of the luma (Rec. 601), of values cut to [0,1] as
 * they are shown. White noise of standard deviation σ has about 20 σ².
 *
 * @returns 0 for a picture without inner pixels
 */
export function roughness({ width, height, data }: PlanarImage): number {
  const pixels = width * height;
  const luma = new Float32Array(pixels);
  for (let i = 0; i < pixels; i += 1) {
    luma[i] = 0.299 * shown(data[i]) + 0.587 * shown(data[pixels + i]) + 0.114 * shown(data[2 * pixels + i]);
  }
  let sum = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let i = y * width + 1; i < y * width + width - 1; i += 1) {
      const laplacian = luma[i - 1] + luma[i + 1] + luma[i - width] + luma[i + width] - 4 * luma[i];
      sum += laplacian * laplacian;
    }
  }
  return sum / Math.max(1, (width - 2) * (height - 2));
}

/** Share of values that lie outside of [0,1] by more than 0.1. */
export function clippedShare(values: Float32Array): number {
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (values[i] < -MARGIN || values[i] > 1 + MARGIN) count += 1;
  }
  return count / values.length;
}

/**
 * `Σ |∇ green|²` over all pixels. In two dimensions it does not depend on the size at which a smooth picture is
 * sampled, so what it loses when a picture is shrunk is detail that went.
 */
export function gradientEnergy({ width, height, data }: PlanarImage): number {
  const pixels = width * height;
  let sum = 0;
  for (let y = 0; y < height - 1; y += 1) {
    for (let i = pixels + y * width; i < pixels + y * width + width - 1; i += 1) {
      sum += (data[i + 1] - data[i]) ** 2 + (data[i + width] - data[i]) ** 2;
    }
  }
  return sum;
}

function shown(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
