import { createCanvas, paintEach, type Canvas } from '../lib/canvas';
import { hex, mix, multiply, shade, type Rgb } from '../lib/color';
import { clamp, fract, smoothstep } from '../lib/math';
import { createNoise, type Noise } from '../lib/noise';
import { grain } from '../lib/paper';
import type { Painter } from '../lib/painter';
import { createRandom, hash } from '../lib/random';
import { createVoronoi, type Nearest, type Point } from '../lib/voronoi';

const INDIGO = hex('#13265a');
const BLUE = hex('#2b62a8');
const SOGA = hex('#8a3f1c');
const OCHRE = hex('#d98f2e');
const CREAM = hex('#f4e6c6');
const ROSE = hex('#b8343a');

interface Medallion extends Point {
  radius: number;
  petals: number;
  turn: number;
  kind: number;
}

function arrange(seed: number): Medallion[] {
  const random = createRandom(seed);
  const found: Medallion[] = [];
  for (const [count, low, high] of [
    [4, 0.2, 0.24],
    [8, 0.11, 0.14],
    [24, 0.052, 0.07],
  ] as const) {
    let placed = 0;
    for (let tries = 0; tries < 3000 && placed < count; tries++) {
      const radius = random.range(low, high);
      const x = random.range(-0.05, 1.05);
      const y = random.range(-0.05, 1.05);
      if (found.some((other) => Math.hypot(x - other.x, y - other.y) < radius + other.radius + 0.012))
        continue;
      const petals = radius > 0.15 ? 12 : radius > 0.09 ? 8 : 6;
      found.push({ x, y, radius, petals, turn: random.range(0, 6.28), kind: random.below(3) });
      placed++;
    }
  }
  return found;
}

/** A line of wax: 1 on the line. */
function line(distance: number, width: number): number {
  return smoothstep(width, width * 0.55, Math.abs(distance));
}

/** A flower seen from above, in rings: petals with veins, a collar of dots, a checked heart. */
function medallion(flower: Medallion, u: number, v: number): Rgb | undefined {
  const dx = u - flower.x;
  const dy = v - flower.y;
  const r = Math.hypot(dx, dy) / flower.radius;
  if (r > 1.02) return undefined;
  const angle = Math.atan2(dy, dx) + flower.turn;
  const sector = (angle / (2 * Math.PI)) * flower.petals;
  const near = Math.abs(fract(sector) - 0.5) * 2;
  const pen = 0.0032 / flower.radius;
  const [outer, inner] = (
    [
      [ROSE, OCHRE],
      [SOGA, BLUE],
      [OCHRE, ROSE],
    ] as const
  )[flower.kind] ?? [ROSE, OCHRE];
  const tip = 0.98 - 0.2 * near ** 2.2;
  if (r > tip) return undefined;
  if (r > 0.56) {
    const vein = Math.min(
      1,
      line(near * r * 0.5, pen * 1.3) +
        line(fract((r - 0.56) * 9 + near * 1.4) - 0.5, 0.13) * (near > 0.16 && near < 0.8 ? 0.85 : 0),
    );
    const rim = Math.max(
      line(tip - r - pen, pen * 1.5),
      smoothstep(0.93, 0.97, near),
      line(r - 0.575, pen * 1.6),
    );
    return mix(mix(outer, SOGA, smoothstep(0.95, 0.58, r) * 0.55), CREAM, Math.max(rim, vein));
  }
  if (r > 0.42) {
    const dots = Math.hypot((fract(sector * 3) - 0.5) * ((2 * Math.PI * r) / (flower.petals * 3)), r - 0.49);
    return mix(INDIGO, CREAM, smoothstep(0.042, 0.028, dots));
  }
  if (r > 0.2) {
    const shell = fract(r * 9 + 0.5 * Math.abs(Math.sin(angle * flower.petals * 0.5)));
    return mix(inner, CREAM, line(shell - 0.5, 0.2));
  }
  const check = Math.sin((dx / flower.radius) * 42) * Math.sin((dy / flower.radius) * 42);
  return r > 0.18 ? CREAM : check > 0 ? OCHRE : SOGA;
}

/** The ground: vines with leaves along a stream, between them fields of small dots. */
function ground(u: number, v: number, noise: Noise, dots: Nearest): Rgb {
  const stream = noise.fbm(u * 2.2, v * 2.2, 2) * 5 + u * 2.5;
  const lane = fract(stream) - 0.5;
  const width = 0.055;
  if (Math.abs(lane) < width) return CREAM;
  const along = (v * 14 + noise.at(u * 2, v * 2)) % 1;
  const side = lane > 0 ? 0 : 0.5;
  const t = fract(along + side);
  const leaf = 0.32 * Math.sin(Math.PI * clamp(t * 1.25));
  const reach = Math.abs(lane) - width;
  if (reach < leaf * 0.9) {
    if (reach > leaf * 0.9 - 0.045 || Math.abs(reach - leaf * 0.42) < 0.02) return CREAM;
    return Math.floor(stream) % 2 === 0 ? BLUE : SOGA;
  }
  const isen = smoothstep(0.0062, 0.0045, dots.distance);
  return mix(INDIGO, mix(CREAM, BLUE, 0.25), isen);
}

function scatter(seed: number): Point[] {
  const random = createRandom(seed);
  const points: Point[] = [];
  for (let y = 0; y < 42; y++) {
    for (let x = 0; x < 42; x++) {
      points.push({
        x: (x + (y % 2) * 0.5 + random.range(-0.16, 0.16)) / 41,
        y: (y + random.range(-0.16, 0.16)) / 41,
      });
    }
  }
  return points;
}

/** Batik: flowers and vines drawn in wax on cloth, dyed blue and brown, with the crackle of the wax. */
function paint(size: number, seed: number): Canvas {
  const noise = createNoise(seed);
  const flowers = arrange(seed + 1);
  const locateDot = createVoronoi(scatter(seed + 2));
  const random = createRandom(seed + 3);
  const locateCrack = createVoronoi(
    Array.from({ length: 260 }, () => ({ x: random.next(), y: random.next() })),
  );
  const canvas = createCanvas(size);
  paintEach(canvas, (u, v) => {
    const x = u + 0.0026 * noise.at(u * 16, v * 16) + 0.0007 * noise.at(u * 90, v * 90);
    const y = v + 0.0026 * noise.at(u * 16 + 7, v * 16) + 0.0007 * noise.at(u * 90 + 7, v * 90);
    let color: Rgb | undefined;
    let away = 1;
    for (const flower of flowers) {
      const distance = Math.hypot(x - flower.x, y - flower.y);
      away = Math.min(away, distance - flower.radius);
      if (distance < flower.radius * 1.02) color = color ?? medallion(flower, x, y);
    }
    color = color ?? (away < 0.007 ? INDIGO : ground(x, y, noise, locateDot(x, y)));
    // Dye takes unevenly.
    color = shade(color, 0.055 * noise.fbm(u * 6, v * 6, 4) + 0.025 * noise.at(u * 60, v * 60));
    const crack = locateCrack(
      u + 0.02 * noise.fbm(u * 7, v * 7, 4),
      v + 0.02 * noise.fbm(u * 7 + 50, v * 7, 4),
    );
    const open =
      0.35 + 0.65 * hash(Math.min(crack.first, crack.second), Math.max(crack.first, crack.second), seed);
    const vein = smoothstep(0.0019 * open, 0.0004, crack.border) * open;
    const halo = smoothstep(0.009, 0, crack.border) * 0.16 * open;
    color = multiply(color, BLUE, clamp(vein * 0.72 + halo));
    // The cloth.
    const weave =
      0.5 * Math.sin(u * 768 * 1.9) * (0.6 + 0.4 * noise.at(u * 9, v * 260)) +
      0.5 * Math.sin(v * 768 * 1.9) * (0.6 + 0.4 * noise.at(u * 260, v * 9));
    return shade(color, 0.022 * weave);
  });
  grain(canvas, seed + 4, 0.06);
  return canvas;
}

export const batik: Painter = { id: 'batik', title: 'Batik', oversample: 2, paint };
