import { cover, createCanvas, scale, type Canvas } from '../lib/canvas';
import { palette, shade, turn, type Rgb } from '../lib/color';
import { blur } from '../lib/field';
import { clamp, smoothstep } from '../lib/math';
import { createNoise, type Noise } from '../lib/noise';
import { grain } from '../lib/paper';
import type { Painter } from '../lib/painter';
import { createRandom, type Random } from '../lib/random';

const PAPERS = palette(
  '#f25f3a',
  '#1f5fb8',
  '#f7c52e',
  '#17806a',
  '#f2e9d8',
  '#e83f6f',
  '#4fb0c8',
  '#6a3f9a',
  '#111c44',
  '#8fc43f',
  '#f79a3a',
);

/** A shape of the plane: positive inside, in picture widths, about the distance to its edge. */
type Shape = (u: number, v: number) => number;

interface Sheet {
  shape: Shape;
  color: Rgb;
  /** The sheet lies within this square: its middle and half its edge, in picture widths. */
  x: number;
  y: number;
  reach: number;
  /** How far above the sheets below it lies; its shadow is as wide. */
  lift: number;
}

function rectangle(x: number, y: number, width: number, height: number, tilt: number): Shape {
  const c = Math.cos(tilt);
  const s = Math.sin(tilt);
  return (u, v) => {
    const dx = (u - x) * c + (v - y) * s;
    const dy = -(u - x) * s + (v - y) * c;
    return Math.min(width / 2 - Math.abs(dx), height / 2 - Math.abs(dy));
  };
}

/** A frond: fingers left and right of a bending rib, as scissors cut them in one go. */
function frond(
  x: number,
  y: number,
  length: number,
  angle: number,
  fingers: number,
  plump: number,
  bend: number,
): Shape {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return (u, v) => {
    const along = ((u - x) * c + (v - y) * s) / length;
    const raw = (-(u - x) * s + (v - y) * c) / length;
    const across = raw - bend * along * along;
    const t = along + 0.5;
    if (t < -0.15 || t > 1.15) return -0.05;
    const envelope = 0.34 * Math.sin(Math.PI * clamp(t, 0.02, 1)) ** 0.7 + 0.015;
    const skewed = t - Math.abs(across) * 0.9;
    const wave = Math.abs(Math.sin(skewed * Math.PI * fingers));
    const finger = envelope * (0.2 + 0.8 * wave ** plump);
    const rib = t > 0 && t < 1.02 ? finger : -0.05;
    return (rib - Math.abs(across)) * length * 0.42;
  };
}

/** A round flower with lobes. */
function rosette(x: number, y: number, radius: number, lobes: number, turnBy: number): Shape {
  return (u, v) => {
    const angle = Math.atan2(v - y, u - x) + turnBy;
    const edge = radius * (0.68 + 0.32 * Math.abs(Math.cos((angle * lobes) / 2)) ** 0.7);
    return (edge - Math.hypot(u - x, v - y)) * 0.8;
  };
}

function other(random: Random, ...taken: Rgb[]): Rgb {
  for (;;) {
    const color = random.pick(PAPERS);
    if (!taken.includes(color)) return color;
  }
}

function compose(random: Random): Sheet[] {
  const ground: Sheet[] = [];
  const shapes: Sheet[] = [];
  const columns = [0, 0.24, 0.52, 0.77, 1];
  let before: Rgb = PAPERS[0];
  for (let column = 0; column < 4; column++) {
    let top = -0.02;
    while (top < 1) {
      const left = columns[column]!;
      const width = columns[column + 1]! - left;
      const height = random.range(0.19, 0.36);
      const color = other(random, before);
      const x = left + width / 2;
      const y = top + height / 2;
      ground.push({
        x,
        y,
        reach: Math.max(width, height) / 2 + 0.03,
        shape: rectangle(x, y, width + 0.025, height + 0.025, random.normal(0.018)),
        color,
        lift: 2.2,
      });
      shapes.push(...motif(x, y, width, height, color, random));
      before = color;
      top += height;
    }
  }
  return [...ground, ...shapes];
}

function motif(x: number, y: number, width: number, height: number, back: Rgb, random: Random): Sheet[] {
  const color = other(random, back);
  const reach = Math.min(width, height);
  const place = { x, y, reach: Math.max(width, height) * 0.8 };
  const kind = random.below(5);
  if (kind === 0) {
    const inner = other(random, color);
    const petals = 7 + random.below(5);
    return [
      { ...place, shape: rosette(x, y, reach * 0.46, petals, random.next()), color, lift: 3.4 },
      { ...place, shape: rosette(x, y, reach * 0.27, petals, random.next()), color: inner, lift: 2.6 },
      {
        ...place,
        shape: rosette(x, y, reach * 0.12, 5, random.next()),
        color: other(random, inner),
        lift: 2.2,
      },
    ];
  }
  if (kind === 1) {
    return [-1, 0, 1].map((side) => ({
      ...place,
      shape: frond(
        x + side * width * 0.29,
        y + random.normal(0.01),
        height * 0.88,
        -Math.PI / 2 + side * 0.14,
        5 + random.below(3),
        0.8,
        side * 0.3,
      ),
      color: side === 0 ? color : other(random, back, color),
      lift: 3,
    }));
  }
  const upright = height > width ? -Math.PI / 2 : 0;
  const angle = upright + random.normal(0.25);
  const length = Math.max(width, height) * 0.98;
  const sheets: Sheet[] = [
    {
      ...place,
      shape: frond(x, y, length, angle, 4 + random.below(5), random.range(0.55, 1), random.normal(0.22)),
      color,
      lift: 3.4,
    },
  ];
  for (let i = 0; i < 4; i++) {
    const dx = (random.below(2) - 0.5) * width * 0.72;
    const dy = (random.below(2) - 0.5) * height * 0.72;
    sheets.push({
      ...place,
      shape: rosette(
        x + dx,
        y + dy,
        reach * random.range(0.05, 0.085),
        3 + random.below(4),
        random.next() * 6,
      ),
      color: other(random, back, color),
      lift: 2,
    });
  }
  return sheets;
}

/** Glues one sheet of painted paper on the picture: first its shadow, then the paper with the marks of the wide brush. */
function glue(canvas: Canvas, sheet: Sheet, noise: Noise, id: number, turnBy: number): void {
  const { size } = canvas;
  const k = size / 768;
  const mask = new Float32Array(size * size);
  const margin = sheet.reach + 0.03;
  const left = Math.max(0, Math.floor((sheet.x - margin) * size));
  const right = Math.min(size, Math.ceil((sheet.x + margin) * size));
  const top = Math.max(0, Math.floor((sheet.y - margin) * size));
  const bottom = Math.min(size, Math.ceil((sheet.y + margin) * size));
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const u = (x + 0.5) / size;
      const v = (y + 0.5) / size;
      // Scissors waver, and turn in small straight cuts.
      const hand = 0.0032 * noise.at(u * 13 + id * 4.7, v * 13) + 0.0012 * noise.at(u * 45 + id, v * 45);
      mask[y * size + x] = smoothstep(-0.0008, 0.0008, sheet.shape(u, v) + hand);
    }
  }
  const shadow = blur(mask, size, sheet.lift * 1.1 * k);
  const shift = Math.round(sheet.lift * k);
  const c = Math.cos(turnBy);
  const s = Math.sin(turnBy);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const index = y * size + x;
      const cast = shadow[Math.max(0, y - shift) * size + Math.max(0, x - shift)]!;
      const alpha = mask[index]!;
      if (cast < 0.004 && alpha < 0.004) continue;
      scale(canvas, index, 1 - 0.42 * cast * (1 - alpha));
      if (alpha < 0.004) continue;
      const along = ((x * c + y * s) / size) * 3;
      const across = ((-x * s + y * c) / size) * 48;
      const strokes =
        noise.fbm(along + id * 9.1, across + id * 3.7, 3) + 0.5 * noise.fbm(along * 3, across * 3.1 + id, 2);
      const clouds = noise.fbm((x / size) * 3 + id, (y / size) * 3, 2);
      // The cut edge catches the light at the upper left.
      const edge = mask[Math.max(0, y - 1) * size + Math.max(0, x - 1)]! < alpha ? 0.06 : 0;
      const color = turn(
        shade(sheet.color, 0.06 * strokes + 0.035 * clouds + edge),
        0.1 * clouds,
        1 + 0.1 * strokes,
      );
      cover(canvas, index, color, alpha);
    }
  }
}

/** Leaves and flowers cut from painted paper with scissors, glued on coloured fields. */
function paint(size: number, seed: number): Canvas {
  const random = createRandom(seed);
  const noise = createNoise(seed + 1);
  const canvas = createCanvas(size, PAPERS[0]);
  for (const [id, sheet] of compose(random).entries())
    glue(canvas, sheet, noise, id, random.range(0, Math.PI));
  grain(canvas, seed + 2, 0.08);
  return canvas;
}

export const paperLeaves: Painter = { id: 'paper-leaves', title: 'Cut-paper leaves', oversample: 1.5, paint };
