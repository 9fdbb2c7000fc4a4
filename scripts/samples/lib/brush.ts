import { cover, type Canvas } from './canvas';
import { shade, type Rgb } from './color';
import { clamp, smoothstep } from './math';
import type { Noise } from './noise';
import type { Point } from './voronoi';

/** A canvas that holds thick paint: `height` is its relief in pixels, one value a pixel. */
export interface Surface {
  readonly canvas: Canvas;
  readonly height: Float32Array;
  /** The last stroke that touched each pixel, so that one stroke paints a pixel once. */
  readonly touched: Int32Array;
  strokes: number;
}

/** One stroke of a loaded brush. Lengths are in pixels of the canvas. */
export interface Stroke {
  /** The way of the brush's middle, points at most a pixel or so apart. */
  path: readonly Point[];
  width: number;
  color: Rgb;
  /** 0 to 1: how well the paint covers. */
  opacity: number;
  /** 0 to 1: how far the paint breaks into single hairs towards the end. */
  dryness: number;
  /** Thickness of the paint in pixels of relief. */
  body: number;
  /** How much lighter or darker single hairs paint. */
  streaks: number;
}

/** A bare surface on a canvas. */
export function createSurface(canvas: Canvas): Surface {
  const count = canvas.size * canvas.size;
  return { canvas, height: new Float32Array(count), touched: new Int32Array(count), strokes: 0 };
}

/** Follows a field of directions from a start, half the way backwards, half forwards; a point every `step` pixels. */
export function follow(
  start: Point,
  length: number,
  step: number,
  angle: (x: number, y: number) => number,
): Point[] {
  const walk = (sign: 1 | -1): Point[] => {
    const points: Point[] = [];
    let { x, y } = start;
    let last = angle(x, y);
    for (let gone = step; gone < length / 2; gone += step) {
      let heading = angle(x, y);
      // A field of lines has no arrow heads: keep going the same way.
      if (Math.cos(heading - last) < 0) heading += Math.PI;
      last = heading;
      x += sign * step * Math.cos(heading);
      y += sign * step * Math.sin(heading);
      points.push({ x, y });
    }
    return points;
  };
  return [...walk(-1).reverse(), start, ...walk(1)];
}

/**
 * Drags a brush along a path: hairs leave streaks along it, paint piles up at the edges, thins out at the end.
 */
export function drag(surface: Surface, stroke: Stroke, noise: Noise): void {
  const { canvas, height, touched } = surface;
  const { path, width, color, body } = stroke;
  const { size } = canvas;
  const id = ++surface.strokes;
  const half = width / 2;
  const count = path.length;
  const hair = 9.3 * (width / 12 + 0.6);
  const tones: Rgb[] = Array.from({ length: 9 }, (_, i) => shade(color, ((i - 4) / 4) * stroke.streaks));
  for (let i = 0; i < count; i++) {
    const here = path[i]!;
    const before = path[Math.max(0, i - 1)]!;
    const after = path[Math.min(count - 1, i + 1)]!;
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    const nx = -(after.y - before.y) / length;
    const ny = (after.x - before.x) / length;
    const along = i / Math.max(1, count - 1);
    // Round at both ends: the brush is set down and lifted.
    const end = Math.min(i, count - 1 - i) + 0.5;
    const reach = half * Math.sqrt(clamp(1 - (1 - Math.min(1, end / half)) ** 2));
    for (let offset = -reach; offset <= reach; offset += 0.5) {
      const x = Math.round(here.x + nx * offset);
      const y = Math.round(here.y + ny * offset);
      if (x < 0 || y < 0 || x >= size || y >= size) continue;
      const index = y * size + x;
      if (touched[index] === id) continue;
      touched[index] = id;
      const across = offset / half;
      const bristle = noise.at(across * hair + id * 13.7, along * 1.6 + id * 7.1);
      const fine = noise.at(across * hair * 2.7 + id * 3.3, along * 4 + id);
      const load = 1 - stroke.dryness * smoothstep(0.25, 1, along) - stroke.dryness * 0.3;
      const hold = smoothstep(-0.25, 0.15, load - 0.45 + 0.7 * bristle + 0.25 * fine);
      const edge = smoothstep(1, 0.82, Math.abs(across));
      const alpha = stroke.opacity * hold * (0.35 + 0.65 * edge);
      const tone = tones[Math.round(clamp(4 + 4 * (bristle * 0.9 + fine * 0.6), 0, 8))] ?? color;
      cover(canvas, index, tone, alpha);
      const ridge = 0.55 + 0.45 * smoothstep(0.4, 0.85, Math.abs(across)) + 0.55 * bristle + 0.35 * fine;
      height[index]! += (body * ridge + height[index]! * 0.25 - height[index]!) * alpha;
    }
  }
}
