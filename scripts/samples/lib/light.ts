import { scale, type Canvas } from './canvas';
import { clamp } from './math';

/** How light falls on a relief: from `angle` (radians, 0 = from the right, π/2 = from above). */
export interface Light {
  angle: number;
  /** Contrast of the slopes: brightness changes by this much at a slope of one. */
  strength: number;
  /** Brightness added on slopes that face the light squarely. */
  gloss: number;
}

/** Shades the canvas as if `height` (pixels, same size) were its relief. */
export function illuminate(canvas: Canvas, height: Float32Array, { angle, strength, gloss }: Light): void {
  const { size, data } = canvas;
  const lx = Math.cos(angle);
  const ly = -Math.sin(angle);
  for (let y = 0; y < size; y++) {
    const up = Math.max(y - 1, 0) * size;
    const down = Math.min(y + 1, size - 1) * size;
    for (let x = 0; x < size; x++) {
      const index = y * size + x;
      const sx = height[y * size + Math.min(x + 1, size - 1)]! - height[y * size + Math.max(x - 1, 0)]!;
      const sy = height[down + x]! - height[up + x]!;
      const facing = -(sx * lx + sy * ly) / Math.sqrt(1 + (sx * sx + sy * sy) / 4) / 2;
      scale(canvas, index, 1 + clamp(strength * facing, -0.6, 0.6));
      const shine = gloss * clamp(facing) ** 2;
      data[index * 3]! += shine;
      data[index * 3 + 1]! += shine;
      data[index * 3 + 2]! += shine;
    }
  }
}
