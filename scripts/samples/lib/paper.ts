import { scale, type Canvas } from './canvas';
import { createNoise } from './noise';
import { createRandom } from './random';

/** Gives the canvas the tooth of paper: speckle, soft clouds and a few fibres; `amount` about 0.05 to 0.2. */
export function grain(canvas: Canvas, seed: number, amount: number): void {
  const { size } = canvas;
  const unit = 768 / size;
  const noise = createNoise(seed);
  const random = createRandom(seed + 1);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const tooth =
        noise.at(x * unit * 0.45, y * unit * 0.45) * 0.5 +
        noise.fbm(x * unit * 0.02, y * unit * 0.02, 3) * 0.35;
      scale(canvas, y * size + x, 1 + amount * (tooth + (random.next() - 0.5) * 0.5));
    }
  }
}
