import type { PlanarImage } from '../../server/style/image';
import { gaussianSource } from '../../server/style/random';

/** A square picture of coarse noise: 8 px blocks. */
export function noise(side: number, seed: number): PlanarImage {
  const gaussian = gaussianSource(seed);
  const blocks = Math.ceil(side / 8);
  const values = Float32Array.from({ length: 3 * blocks * blocks }, () => 0.5 + 0.2 * gaussian());
  const data = new Float32Array(3 * side * side);
  for (let plane = 0; plane < 3; plane += 1) {
    for (let y = 0; y < side; y += 1) {
      for (let x = 0; x < side; x += 1) {
        data[(plane * side + y) * side + x] = values[(plane * blocks + (y >> 3)) * blocks + (x >> 3)];
      }
    }
  }
  return { width: side, height: side, data };
}
