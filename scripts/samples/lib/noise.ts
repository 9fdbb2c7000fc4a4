import { createRandom } from './random';

/** Smooth random functions of the plane. */
export interface Noise {
  /** Gradient noise, about -1 to 1, with features of size 1. */
  at(x: number, y: number): number;
  /** Sum of octaves, each twice as fine and half as strong; about -1 to 1. */
  fbm(x: number, y: number, octaves: number): number;
  /** Like fbm with sharp crests at 1, down to 0 in the hollows. */
  ridged(x: number, y: number, octaves: number): number;
}

const TABLE = 256;

/** Gradient noise after Ken Perlin, "Improving Noise" (2002), with gradients spread over the circle. */
export function createNoise(seed: number): Noise {
  const random = createRandom(seed);
  const order = Uint8Array.from({ length: TABLE }, (_, i) => i);
  for (let i = TABLE - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  const gx = Float64Array.from(order, (value) => Math.cos((value / TABLE) * 2 * Math.PI));
  const gy = Float64Array.from(order, (value) => Math.sin((value / TABLE) * 2 * Math.PI));

  function corner(ix: number, iy: number, dx: number, dy: number): number {
    const index = order[(order[ix & 255]! + iy) & 255]!;
    return gx[index]! * dx + gy[index]! * dy;
  }

  function at(x: number, y: number): number {
    const ix = Math.floor(x);
    const iy = Math.floor(y);
    const fx = x - ix;
    const fy = y - iy;
    const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    const top = corner(ix, iy, fx, fy) * (1 - u) + corner(ix + 1, iy, fx - 1, fy) * u;
    const bottom = corner(ix, iy + 1, fx, fy - 1) * (1 - u) + corner(ix + 1, iy + 1, fx - 1, fy - 1) * u;
    return (top * (1 - v) + bottom * v) * 1.5;
  }

  function fbm(x: number, y: number, octaves: number): number {
    let sum = 0;
    let weight = 1;
    let total = 0;
    for (let octave = 0; octave < octaves; octave++) {
      // The offset keeps the octaves' lattice points from falling on each other.
      sum += weight * at(x + octave * 17.3, y - octave * 9.7);
      total += weight;
      weight *= 0.5;
      x *= 2;
      y *= 2;
    }
    return (sum / total) * 1.4;
  }

  function ridged(x: number, y: number, octaves: number): number {
    let sum = 0;
    let weight = 1;
    let total = 0;
    for (let octave = 0; octave < octaves; octave++) {
      sum += weight * (1 - Math.min(1, Math.abs(at(x + octave * 5.1, y + octave * 3.7))));
      total += weight;
      weight *= 0.5;
      x *= 2;
      y *= 2;
    }
    return sum / total;
  }

  return { at, fbm, ridged };
}
