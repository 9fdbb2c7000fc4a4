import { createCanvas, paintEach, type Canvas } from '../lib/canvas';
import { choose, hex, mix, palette, ramp, shade, turn, type Palette, type Rgb } from '../lib/color';
import { illuminate } from '../lib/light';
import { clamp, smoothstep } from '../lib/math';
import { createNoise } from '../lib/noise';
import { grain } from '../lib/paper';
import type { Painter } from '../lib/painter';
import { createRandom, hash } from '../lib/random';

const GOLD = palette('#fbe08a', '#f2b733', '#e88a22', '#d9531e', '#f2c84a');
const HALO = palette('#f6e6c0', '#f2c9a0', '#e8a08a');
const SKY = palette('#f2e2c4', '#b9dcd8', '#7cc0cf', '#4a9ac4', '#2f6fb0');
const SEA = palette('#e9f2e4', '#8fd8c8', '#2fa8a8', '#15748f', '#164a80', '#1b2f63');
const FISH = palette('#f2b733', '#e8622a', '#c8321f', '#f6dc8a');
const GROUT = hex('#4a4038');

/** A place in the design: its colour, the way the rows of stones run, and which part of the picture it is. */
interface Place {
  part: number;
  angle: number;
  colors: Palette;
  /** Place on the palette's ramp. */
  tone: number;
}

const SUN_AT = { x: 0.33, y: 0.3, radius: 0.145 };

interface Fish {
  x: number;
  y: number;
  length: number;
  angle: number;
}

const SHOAL: readonly Fish[] = [
  { x: 0.68, y: 0.33, length: 0.36, angle: -0.5 },
  { x: 0.3, y: 0.8, length: 0.35, angle: 0.22 },
  { x: 0.76, y: 0.87, length: 0.33, angle: -0.25 },
];

function wave(u: number, layer: number): number {
  const base = 0.52 + layer * 0.165;
  const phase = u * (7.4 - layer * 0.6) + layer * 2.1;
  return base + 0.055 * Math.sin(phase) + 0.022 * Math.sin(2 * phase + 0.8);
}

function fishAt(u: number, v: number): Place | undefined {
  for (const [index, fish] of SHOAL.entries()) {
    const c = Math.cos(fish.angle);
    const s = Math.sin(fish.angle);
    const x = ((u - fish.x) * c + (v - fish.y) * s) / fish.length;
    const bend = 0.12 * (x * x - 0.1);
    const y = (-(u - fish.x) * s + (v - fish.y) * c) / fish.length + bend;
    if (x < -0.5 || x > 0.72) continue;
    const body = x < 0.4 ? 0.2 * Math.sqrt(clamp(1 - (x / 0.52) ** 2)) : 0;
    const tail = x > 0.3 ? 0.035 + (x - 0.34) * 0.55 : 0;
    const fin = x > -0.15 && x < 0.25 ? 0.06 * Math.sin(((x + 0.15) / 0.4) * Math.PI) : 0;
    const half = Math.max(body + fin, tail);
    if (Math.abs(y) > half) continue;
    const eye = Math.hypot(x + 0.34, y + 0.035) < 0.038;
    const inTail = x > 0.42;
    const angle =
      fish.angle +
      (inTail ? Math.sign(y) * 0.5 : -0.24 * x + (y / Math.max(half, 0.02)) * (x > 0 ? -0.35 : 0.35));
    if (eye) return { part: 60 + index, angle: 0, colors: SEA, tone: 1 };
    const scales = 0.5 + 0.5 * Math.sin(x * 34 + Math.cos(y * 26) * 2);
    const edge = Math.abs(y) / half;
    const tone = inTail
      ? 0.55 + 0.3 * Math.sin(y * 60)
      : Math.abs(x + 0.24) < 0.03
        ? 0
        : clamp(edge * 0.75 + 0.28 * scales);
    return { part: 40 + index, angle, colors: FISH, tone: tone * 0.9 };
  }
  return undefined;
}

function placeAt(u: number, v: number): Place {
  const fish = fishAt(u, v);
  if (fish) return fish;
  for (let layer = 2; layer >= 0; layer--) {
    const depth = v - wave(u, layer);
    if (depth < 0) continue;
    const slope = (wave(u + 0.002, layer) - wave(u - 0.002, layer)) / 0.004;
    const row = depth / 0.0238;
    const stripes = [0, 0.28, 0, 0.42, 0.62, 0.5, 0.75, 0.95][Math.min(7, Math.floor(row))]!;
    return {
      part: 10 + layer * 10 + Math.min(7, Math.floor(row)),
      angle: Math.atan(slope * Math.exp(-depth * 4)),
      colors: SEA,
      tone: clamp(stripes + layer * 0.06),
    };
  }
  const dx = u - SUN_AT.x;
  const dy = v - SUN_AT.y;
  const distance = Math.hypot(dx, dy);
  const angle = Math.atan2(dx, -dy);
  if (distance < SUN_AT.radius) {
    const ring = Math.floor(distance / 0.0235);
    return { part: 1, angle, colors: GOLD, tone: [0, 0.3, 0.05, 0.45, 0.2, 0.7, 0.5][ring] ?? 0.5 };
  }
  const ray = Math.cos(Math.atan2(dy, dx) * 14);
  const reach = SUN_AT.radius + 0.03 + 0.055 * Math.max(0, ray);
  if (distance < reach)
    return { part: 2, angle, colors: ray > 0.1 ? GOLD : HALO, tone: ray > 0.1 ? 0.85 : 0.2 };
  const ring = Math.floor((distance - SUN_AT.radius) / 0.047);
  return {
    part: 3,
    angle,
    colors: SKY,
    tone: clamp((distance - 0.2) * 1.15 + (ring % 2 === 0 ? 0.1 : -0.08)),
  };
}

interface Stone {
  x: number;
  y: number;
  angle: number;
}

/**
 * Which stone owns each pixel, and how far the pixel is from the stone's middle in the stone's own square metric.
 * Pixels of another part of the design than the stone's middle count as farther: stones keep to the contours.
 */
function claim(
  stones: readonly Stone[],
  size: number,
  cell: number,
  parts: Int32Array,
): { owner: Int32Array; reach: Float32Array } {
  const owner = new Int32Array(size * size).fill(-1);
  const reach = new Float32Array(size * size).fill(Infinity);
  const radius = Math.ceil(cell * 1.9);
  for (const [id, stone] of stones.entries()) {
    const c = Math.cos(stone.angle);
    const s = Math.sin(stone.angle);
    const home =
      parts[Math.round(clamp(stone.y, 0, size - 1)) * size + Math.round(clamp(stone.x, 0, size - 1))]!;
    for (let y = Math.max(0, Math.ceil(stone.y - radius)); y <= Math.min(size - 1, stone.y + radius); y++) {
      for (let x = Math.max(0, Math.ceil(stone.x - radius)); x <= Math.min(size - 1, stone.x + radius); x++) {
        const dx = x - stone.x;
        const dy = y - stone.y;
        const index = y * size + x;
        let distance = Math.max(Math.abs(dx * c + dy * s), Math.abs(-dx * s + dy * c));
        if (parts[index] !== home) distance += cell * 0.55;
        if (distance < reach[index]!) {
          reach[index] = distance;
          owner[index] = id;
        }
      }
    }
  }
  return { owner, reach };
}

/** Moves stones to the middle of what they own, turns them along the design (A. Hausner, "Simulating Decorative Mosaics", 2001). */
function settle(stones: Stone[], owner: Int32Array, size: number): void {
  const sums = new Float64Array(stones.length * 3);
  for (let index = 0; index < owner.length; index++) {
    const id = owner[index]!;
    if (id < 0) continue;
    sums[id * 3]! += index % size;
    sums[id * 3 + 1]! += Math.floor(index / size);
    sums[id * 3 + 2]! += 1;
  }
  for (const [id, stone] of stones.entries()) {
    const count = sums[id * 3 + 2]!;
    if (count === 0) continue;
    stone.x = sums[id * 3]! / count;
    stone.y = sums[id * 3 + 1]! / count;
    stone.angle = placeAt(stone.x / size, stone.y / size).angle;
  }
}

function layStones(size: number, cell: number, parts: Int32Array, seed: number): Stone[] {
  const random = createRandom(seed);
  const stones: Stone[] = [];
  for (let y = cell / 2; y < size; y += cell) {
    for (let x = cell / 2; x < size; x += cell) {
      stones.push({ x: x + random.range(-0.4, 0.4) * cell, y: y + random.range(-0.4, 0.4) * cell, angle: 0 });
    }
  }
  for (const stone of stones) stone.angle = placeAt(stone.x / size, stone.y / size).angle;
  for (let round = 0; round < 14; round++) settle(stones, claim(stones, size, cell, parts).owner, size);
  return stones;
}

/** Fish, waves and a sun in mosaic: stones in rows that follow the design, set a little crooked in grey mortar. */
function paint(size: number, seed: number): Canvas {
  const k = size / 768;
  const cell = 17 * k;
  const noise = createNoise(seed);
  const parts = new Int32Array(size * size);
  const canvas = createCanvas(size);
  paintEach(canvas, (u, v, index) => {
    parts[index] = placeAt(u, v).part;
    return GROUT;
  });
  const stones = layStones(size, cell, parts, seed + 1);
  const { owner, reach } = claim(stones, size, cell, parts);
  const colors = stones.map(({ x, y }, id): Rgb => {
    const { colors: ramped, tone } = placeAt(x / size, y / size);
    const stray = hash(id, 1, seed);
    const base = stray < 0.07 ? choose(ramped, hash(id, 5, seed)) : ramp(ramped, tone + (stray - 0.5) * 0.14);
    return turn(shade(base, (hash(id, 2, seed) - 0.5) * 0.11), (hash(id, 3, seed) - 0.5) * 0.3, 1.08);
  });
  const height = new Float32Array(size * size);
  paintEach(canvas, (u, v, index) => {
    const id = owner[index]!;
    const mortar = shade(GROUT, 0.05 * noise.fbm(u * 120, v * 120, 2));
    if (id < 0) return mortar;
    const x = index % size;
    const y = Math.floor(index / size);
    // Cut stones: the gap to the neighbours, with chipped corners.
    const chip = k * (1.1 * noise.at(u * 150, v * 150) + 0.9 * (hash(id, 8, seed) - 0.5));
    const stone = stones[id]!;
    const corner = Math.hypot(x - stone.x, y - stone.y) * 0.17;
    const inside =
      smoothstep(0.4 * k, -0.9 * k, reach[index]! + corner * 0.55 + chip - 8.1 * k) *
      (neighbour(owner, index, size, k) ? 0 : 1);
    const tilt = (hash(id, 6, seed) - 0.5) * (x - stone.x) + (hash(id, 7, seed) - 0.5) * (y - stone.y);
    height[index] = inside * (3.4 * k + 0.26 * tilt) + 0.35 * k * noise.fbm(u * 90, v * 90, 2);
    const vein = 0.045 * noise.fbm(u * 45 + id, v * 45, 3);
    return mix(mortar, shade(colors[id]!, vein), inside);
  });
  illuminate(canvas, height, { angle: 2.2, strength: 0.3, gloss: 0.14 });
  grain(canvas, seed + 2, 0.05);
  return canvas;
}

/** Whether another stone begins within a pixel or so: that is where the mortar shows. */
function neighbour(owner: Int32Array, index: number, size: number, k: number): boolean {
  const gap = Math.max(1, Math.round(0.8 * k));
  const id = owner[index];
  return [gap, -gap, gap * size, -gap * size].some((step) => {
    const other = owner[index + step];
    return other !== undefined && other !== id;
  });
}

export const seaMosaic: Painter = { id: 'sea-mosaic', title: 'Mosaic of the sea', oversample: 2, paint };
