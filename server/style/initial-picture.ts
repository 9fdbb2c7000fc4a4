import { meanColour } from './colour';
import type { PlanarImage, Size } from './image';
import { gaussianSource } from './random';
import { resize } from './resize';
import type { StyleSettings } from './settings';
import { StyleError } from './style-error';

/** Standard deviation of the noise that a seed other than 0 adds to the start, in units of the range [0,1]. */
const SEED_NOISE_SD = 0.1;
/** Of the noise that is itself the start: about the contrast of a photograph. */
const PURE_NOISE_SD = 0.2;

export interface Sources {
  readonly content: PlanarImage;
  readonly styles: readonly PlanarImage[];
  readonly initial?: PlanarImage;
}

/**
 * What a run starts from, at the size of its first scale.
 *
 * @throws StyleError `bad-settings` where it is to be a picture that is not there
 */
export function initialPicture(
  { content, styles, initial }: Sources,
  size: Size,
  { initialisation, seed }: Pick<StyleSettings, 'initialisation' | 'seed'>,
): PlanarImage {
  switch (initialisation) {
    case 'content':
      return withNoise(resize(content, size), seed);
    case 'style':
      return withNoise(covering(styles[0], size), seed);
    case 'image':
      if (initial === undefined) throw new StyleError('bad-settings', 'there is no picture to start from');
      return withNoise(covering(initial, size), seed);
    case 'noise': {
      const mean = meanColour(content);
      const gaussian = gaussianSource(seed);
      const pixels = size.width * size.height;
      const data = Float32Array.from(
        { length: 3 * pixels },
        (_, i) => mean[Math.floor(i / pixels)] + PURE_NOISE_SD * gaussian(),
      );
      return { ...size, data };
    }
  }
}

/** The middle of `image` that has the proportions of `size`, at that size. */
export function covering(image: PlanarImage, size: Size): PlanarImage {
  const ratio = Math.min(image.width / size.width, image.height / size.height);
  const width = Math.min(image.width, Math.max(1, Math.round(size.width * ratio)));
  const height = Math.min(image.height, Math.max(1, Math.round(size.height * ratio)));
  const left = Math.floor((image.width - width) / 2);
  const top = Math.floor((image.height - height) / 2);
  const data = new Float32Array(3 * width * height);
  for (let row = 0; row < 3 * height; row += 1) {
    const plane = Math.floor(row / height);
    const from = (plane * image.height + top + (row % height)) * image.width + left;
    data.set(image.data.subarray(from, from + width), row * width);
  }
  return resize({ width, height, data }, size);
}

function withNoise({ width, height, data }: PlanarImage, seed: number): PlanarImage {
  if (seed === 0) return { width, height, data };
  const gaussian = gaussianSource(seed);
  return { width, height, data: data.map((value) => value + SEED_NOISE_SD * gaussian()) };
}
