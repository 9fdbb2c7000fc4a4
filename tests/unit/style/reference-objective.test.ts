import { describe, expect, it } from 'vitest';
import type { Weights } from '../../../server/style/engine';
import type { PlanarImage } from '../../../server/style/image';
import { gaussianSource } from '../../../server/style/random';
import { randomImage, randomNetwork } from '../../support/random-network';
import { referenceObjective } from '../../support/reference-objective';

const weights: Weights = {
  'content:block3_conv1': 0.7,
  'style:block1_conv1': 0.4,
  'style:block3_conv2': 0.9,
  tv: 0.3,
};

/** A step in float64 would be rounded away in a float32 picture; this keeps the picture in float64. */
function moved(image: PlanarImage, direction: Float64Array, step: number): PlanarImage {
  const data = Float64Array.from(image.data, (value, i) => value + step * direction[i]);
  return { ...image, data: data as unknown as Float32Array };
}

describe('the float64 reference objective', () => {
  for (const pooling of ['average', 'max'] as const) {
    it(`has the gradient that finite differences give, with ${pooling} pooling at an odd size`, () => {
      const objective = referenceObjective({
        network: randomNetwork(),
        pooling,
        content: randomImage(13, 11, 1),
        style: randomImage(9, 12, 2),
        weights,
      });
      const image = randomImage(13, 11, 3);
      const { gradient } = objective(image);
      const gaussian = gaussianSource(4);
      for (let trial = 0; trial < 5; trial += 1) {
        const direction = Float64Array.from(gradient, () => gaussian());
        const slope = gradient.reduce((sum, g, i) => sum + g * direction[i], 0);
        const step = 1e-6;
        const ahead = objective(moved(image, direction, step)).loss;
        const behind = objective(moved(image, direction, -step)).loss;
        expect(Math.abs((ahead - behind) / (2 * step) - slope)).toBeLessThan(
          1e-5 * Math.max(Math.abs(slope), 0.01),
        );
      }
    });
  }
});
