import { createCanvas, cover, paintEach, pixel, type Canvas } from '../lib/canvas';
import { hex, mix, multiply, type Rgb } from '../lib/color';
import { createSurface, drag, type Surface } from '../lib/brush';
import { clamp, lerp, smoothstep } from '../lib/math';
import { createNoise, type Noise } from '../lib/noise';
import { grain } from '../lib/paper';
import type { Painter } from '../lib/painter';
import { createRandom, type Random } from '../lib/random';
import type { Point } from '../lib/voronoi';

const PAPER = hex('#f1e9d8');
const INK = hex('#12151f');
const BLUE_INK = hex('#24415f');
const OCHRE = hex('#c98f4e');
const CINNABAR = hex('#c8321f');

interface Ridge {
  base: number;
  rise: number;
  pace: number;
  dark: number;
  blue: number;
  mist: number;
}

const RIDGES: readonly Ridge[] = [
  { base: 0.36, rise: 0.2, pace: 2.5, dark: 0.3, blue: 1, mist: 0.13 },
  { base: 0.5, rise: 0.3, pace: 1.9, dark: 0.48, blue: 0.85, mist: 0.17 },
  { base: 0.66, rise: 0.26, pace: 2.6, dark: 0.72, blue: 0.55, mist: 0.15 },
  { base: 0.88, rise: 0.22, pace: 2.2, dark: 0.95, blue: 0.25, mist: 0.3 },
];

function crestOf(ridge: Ridge, index: number, u: number, noise: Noise): number {
  const peaks = noise.ridged(u * ridge.pace + index * 7.7, index * 3.1, 2);
  return ridge.base - ridge.rise * (peaks - 0.62) * 2.1;
}

/** One wash: dark at the crest, broken by texture strokes, lost in mist below. */
function washRidge(canvas: Canvas, index: number, noise: Noise): void {
  const ridge = RIDGES[index]!;
  const { size } = canvas;
  const ink = mix(INK, BLUE_INK, ridge.blue);
  const crests = Float64Array.from({ length: size }, (_, x) =>
    crestOf(ridge, index, (x + 0.5) / size, noise),
  );
  paintEach(canvas, (u, v, i) => {
    const under = pixel(canvas, i);
    const x = i % size;
    const crest = crests[x]!;
    // Rocks and the bleeding of the ink break the line of the crest; further down they have no part.
    const rough = 0.02 * noise.fbm(u * 20 + index * 9, v * 20, 4);
    const depth =
      v - crest + rough * smoothstep(0.1, 0.02, Math.abs(v - crest)) + 0.004 * noise.fbm(u * 38, v * 38, 3);
    if (depth < -0.012) return under;
    const slope = ((crests[Math.min(size - 1, x + 3)]! - crests[Math.max(0, x - 3)]!) * size) / 6;
    const body = smoothstep(-0.004, 0.006, depth);
    const halo = 0.12 * smoothstep(-0.012, 0, depth);
    const fade =
      Math.exp(-Math.max(0, depth) / ridge.mist) *
      smoothstep(ridge.mist * 1.9, ridge.mist * 0.4, depth + 0.08 * noise.fbm(u * 3, v * 5 + index, 3));
    // Axe-cut strokes: short dry strokes down the slope, in the shade of the folds.
    const fold = noise.ridged(u * 8 + index * 3 + 0.5 * noise.at(u * 6, v * 6), v * 7 - u * slope * 2, 3);
    const run = u * 46 + v * 30 * clamp(slope, -1, 1) + 1.6 * noise.at(u * 9, v * 9);
    const cuts = smoothstep(0.02, 0.42, noise.fbm(run, v * 26 - u * slope * 10, 3) + (fold - 0.64) * 2.6);
    const wash = 0.5 + 0.25 * noise.fbm(u * 6 + index, v * 6, 4);
    const rim = 0.32 * smoothstep(0.014, 0.002, Math.abs(depth - 0.003));
    const density = ridge.dark * (halo + body * fade * (wash + 0.62 * cuts + rim));
    const granules = 1 + 0.14 * noise.at(u * 170, v * 170);
    const warm = multiply(
      under,
      OCHRE,
      0.3 * body * fade * (1 - cuts) * smoothstep(0.2, 0.75, noise.at(u * 4 + 9, v * 6 + index) + 0.35),
    );
    return multiply(warm, ink, clamp(density * granules));
  });
}

/** A line between two points that wavers as a hand does; in pixels. */
function handLine(from: Point, to: Point, waver: number, noise: Noise, id: number): Point[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const steps = Math.max(2, Math.ceil(length / 0.8));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    const off = waver * noise.at(t * 3 + id * 5.3, id) * Math.sin(Math.PI * t);
    const nx = -(to.y - from.y) / length;
    const ny = (to.x - from.x) / length;
    return { x: lerp(from.x, to.x, t) + nx * off, y: lerp(from.y, to.y, t) + ny * off };
  });
}

function stroke(
  surface: Surface,
  path: Point[],
  width: number,
  color: Rgb,
  opacity: number,
  noise: Noise,
): void {
  drag(surface, { path, width, color, opacity, dryness: 0.55, body: 0, streaks: 0.05 }, noise);
}

/** A pine: a bent trunk of broken strokes, level boughs, fans of needles. */
function pine(
  surface: Surface,
  foot: Point,
  height: number,
  lean: number,
  k: number,
  random: Random,
  noise: Noise,
): void {
  const at = (t: number): Point => ({
    x: foot.x + lean * height * (t * t + 0.13 * Math.sin(t * 7)),
    y: foot.y - height * t,
  });
  for (let i = 0; i < 9; i++) {
    const path = handLine(at(i / 9), at((i + 1.25) / 9), 5 * k, noise, i);
    stroke(surface, path, lerp(17, 5, i / 9) * k, INK, 0.85, noise);
  }
  for (let i = 0; i < 13; i++) {
    const t = lerp(0.38, 1.02, i / 12);
    const start = at(t);
    const side = i % 2 === 0 ? 1 : -1;
    const reach = side * height * random.range(0.16, 0.36) * (1.25 - t * 0.6);
    const tip = { x: start.x + reach, y: start.y + random.range(-0.05, 0.03) * height };
    stroke(surface, handLine(start, tip, 7 * k, noise, 40 + i), 4.5 * k, INK, 0.85, noise);
    for (let j = 0; j < 12; j++) {
      const along = random.range(0.3, 1.08);
      const hub = { x: lerp(start.x, tip.x, along), y: lerp(start.y, tip.y, along) - random.range(0, 9) * k };
      const wet = random.range(0.35, 0.9);
      for (let needle = 0; needle < 11; needle++) {
        const angle = -Math.PI * (0.02 + (0.96 * needle) / 10) + random.normal(0.08);
        const length = random.range(11, 19) * k;
        const end = { x: hub.x + length * Math.cos(angle), y: hub.y + 0.75 * length * Math.sin(angle) };
        stroke(surface, handLine(hub, end, k, noise, needle), 1.9 * k, mix(INK, BLUE_INK, 0.4), wet, noise);
      }
    }
  }
}

function sun(canvas: Canvas, noise: Noise): void {
  paintEach(canvas, (u, v, index) => {
    const distance = Math.hypot(u - 0.27, v - 0.2) + 0.004 * noise.fbm(u * 20, v * 20, 3);
    const rim = 0.18 * smoothstep(0.01, 0.002, Math.abs(distance - 0.078));
    const density = smoothstep(0.086, 0.08, distance) * (0.74 + 0.22 * noise.fbm(u * 12, v * 12, 4)) + rim;
    return multiply(pixel(canvas, index), CINNABAR, clamp(density + 0.12 * smoothstep(0.17, 0.06, distance)));
  });
}

function seal(canvas: Canvas, k: number, noise: Noise): void {
  const { size } = canvas;
  const edge = Math.round(44 * k);
  const left = Math.round(690 * k);
  const top = Math.round(666 * k);
  for (let y = 0; y < edge; y++) {
    for (let x = 0; x < edge; x++) {
      const a = (x / edge) * 8;
      const b = (y / edge) * 8;
      const frame = Math.min(a, b, 8 - a, 8 - b) < 0.7;
      const sign =
        Math.abs(a - 4) < 0.45 ||
        (Math.abs(b - 2.5) < 0.4 && Math.abs(a - 4) < 2.4) ||
        (Math.abs(b - 5.4) < 0.4 && Math.abs(a - 4) < 2.4) ||
        (Math.abs(Math.abs(a - 4) - 2.1) < 0.4 && b > 2.5 && b < 5.5);
      const worn = noise.fbm(a * 1.6, b * 1.6, 3) > 0.42;
      if ((frame || !sign) && !worn) cover(canvas, (top + y) * size + left + x, CINNABAR, 0.88);
    }
  }
}

/** Mountains in mist, in ink: washes from far to near, a pine in dry strokes, a red sun and a seal. */
function paint(size: number, seed: number): Canvas {
  const k = size / 768;
  const random = createRandom(seed);
  const noise = createNoise(seed + 1);
  const canvas = createCanvas(size);
  paintEach(canvas, (u, v) => {
    const wash =
      smoothstep(0.55, 0, v + 0.2 * noise.fbm(u * 2, v * 3, 4)) *
      (0.8 + 0.5 * noise.fbm(u * 4 + 8, v * 9, 4));
    return multiply(
      multiply(PAPER, BLUE_INK, clamp(0.2 * wash)),
      OCHRE,
      clamp(0.22 * (1 - wash) + 0.1 * noise.fbm(u * 3, v * 3, 3)),
    );
  });
  sun(canvas, noise);
  const surface = createSurface(canvas);
  for (let index = 0; index < RIDGES.length; index++) {
    washRidge(canvas, index, noise);
    if (index === 1) flock(surface, k, random, noise);
    // Small trees stand along the nearer crests.
    if (index >= 2) copse(surface, index, k, random, noise);
  }
  pine(surface, { x: 600 * k, y: 780 * k }, 470 * k, -0.14, k, random, noise);
  for (let i = 0; i < 46; i++) reed(surface, k, random, noise);
  seal(canvas, k, noise);
  grain(canvas, seed + 3, 0.1);
  return canvas;
}

/** A blade of grass in the foreground: one stroke up and over. */
function reed(surface: Surface, k: number, random: Random, noise: Noise): void {
  const clump = random.pick([60, 150, 250, 700]);
  const x = (clump + random.normal(26)) * k;
  const height = random.range(50, 150) * k;
  const over = random.normal(46) * k;
  const path = Array.from({ length: 180 }, (_, i) => {
    const t = i / 179;
    return { x: x + over * t * t, y: 775 * k - height * (t - 0.22 * t * t * t) };
  });
  stroke(surface, path, random.range(2.5, 6) * k, INK, random.range(0.5, 0.95), noise);
}

function copse(surface: Surface, index: number, k: number, random: Random, noise: Noise): void {
  for (let i = 0; i < 70; i++) {
    const u = random.next();
    const ridge = RIDGES[index]!;
    const y = crestOf(ridge, index, u, noise) * 768 + random.range(0, 26);
    const height = random.range(9, 22) * (index === 3 ? 1.5 : 1);
    const foot = { x: u * 768 * k, y: (y + 3) * k };
    const top = { x: (u * 768 + random.normal(1.5)) * k, y: (y - height) * k };
    stroke(
      surface,
      handLine(foot, top, k, noise, i),
      height * 0.26 * k,
      INK,
      ridge.dark * random.range(0.35, 0.85),
      noise,
    );
  }
}

function flock(surface: Surface, k: number, random: Random, noise: Noise): void {
  for (let i = 0; i < 7; i++) {
    const x = (400 + i * 26 + random.normal(6)) * k;
    const y = (150 - i * 11 + random.normal(8)) * k;
    const span = random.range(8, 13) * k;
    for (const side of [-1, 1]) {
      stroke(
        surface,
        handLine({ x, y }, { x: x + side * span, y: y - span * 0.45 }, 4 * k, noise, i),
        2.2 * k,
        INK,
        0.8,
        noise,
      );
    }
  }
}

export const inkMountains: Painter = {
  id: 'ink-mountains',
  title: 'Mountains in ink',
  oversample: 1.5,
  paint,
};
