import type { Size } from '../../style/image';
import { StyleError } from '../../style/style-error';
import { isFiniteVector } from '../../style/vector';

/** @throws StyleError `bad-picture` where `pixels` is not `[3][H][W]`, `non-finite` where one of them is not finite */
export function checkPixels(pixels: Float32Array, { width, height }: Size): void {
  if (pixels.length !== 3 * width * height) {
    throw new StyleError('bad-picture', `${pixels.length} values for ${width}×${height}`);
  }
  if (!isFiniteVector(pixels)) {
    throw new StyleError('non-finite', 'the picture has a value that is not finite');
  }
}
