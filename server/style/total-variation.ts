import type { PlanarImage } from './image';

/**
 * The gradient of `weight · (mean (x[·,·+1] − x)² + mean (x[·+1,·] − x)²)`, one mean per axis: cheap enough for here, so
 * that no engine has to be asked for it.
 *
 * @returns `[3][height][width]`; 0 along an axis that has only one pixel
 */
export function totalVariationGradient({ width, height, data }: PlanarImage, weight: number): Float32Array {
  const gradient = new Float32Array(data.length);
  const across = (2 * weight) / (3 * height * (width - 1));
  const down = (2 * weight) / (3 * (height - 1) * width);
  for (let row = 0; row < 3 * height; row += 1) {
    const isLastOfPlane = row % height === height - 1;
    for (let column = 0; column < width; column += 1) {
      const i = row * width + column;
      if (column < width - 1) {
        const d = across * (data[i + 1] - data[i]);
        gradient[i] -= d;
        gradient[i + 1] += d;
      }
      if (!isLastOfPlane) {
        const d = down * (data[i + width] - data[i]);
        gradient[i] -= d;
        gradient[i + width] += d;
      }
    }
  }
  return gradient;
}
