import { createCanvas, paintEach, type Canvas } from '../lib/canvas';
import { hex, mix, palette, type Palette, type Rgb } from '../lib/color';
import { bell, clamp, smoothstep } from '../lib/math';
import { createNoise, type Noise } from '../lib/noise';
import { grain } from '../lib/paper';
import type { Painter } from '../lib/painter';
import { createRandom, type Random } from '../lib/random';

const PAPER = hex('#fbf6ea');
const BLOOMS: readonly [Palette, ...Palette[]] = [
  palette('#e0284f', '#f2603a', '#8f1a5a'),
  palette('#f28a1f', '#f7c03a', '#d9431f'),
  palette('#7a3fb0', '#c04aa8', '#2f3fa8'),
  palette('#f0568a', '#f79ab0', '#b0286a'),
  palette('#2f6fc8', '#5fb0d8', '#3f3aa0'),
];
const GREENS = palette('#3f8a4a', '#8fb83a', '#1f6a5a', '#2f5f8a');
const WASHES = palette('#7fc0c8', '#f2c87a', '#d0b0e0', '#9fcf9a', '#f2a890');
const HEART = hex('#2a1f3a');

/**
 * One wash of transparent paint.
 * `inside` is the distance from the wash's edge, positive inside, in picture widths, before the water moved it.
 */
interface Wash {
  left: number;
  top: number;
  right: number;
  bottom: number;
  inside(u: number, v: number): number;
  color(u: number, v: number): Rgb;
  density: number;
  /** 0 to 1: how far the washes below were lifted off with a damp brush first, so that colours stay clean. */
  lift: number;
  /** Width over which the edge runs out, in picture widths: small is wet on dry, large is wet in wet. */
  softness: number;
}

/** Lays a wash: the water frays the edge, pigment gathers there and in the paper's hollows; light passes all layers. */
function lay(canvas: Canvas, wash: Wash, noise: Noise, id: number): void {
  const { size, data } = canvas;
  const margin = 0.04;
  const x0 = Math.max(0, Math.floor((wash.left - margin) * size));
  const x1 = Math.min(size, Math.ceil((wash.right + margin) * size));
  const y0 = Math.max(0, Math.floor((wash.top - margin) * size));
  const y1 = Math.min(size, Math.ceil((wash.bottom + margin) * size));
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const u = (x + 0.5) / size;
      const v = (y + 0.5) / size;
      const fray = 0.009 * noise.fbm(u * 14 + id * 3.1, v * 14, 4) + 0.0022 * noise.at(u * 110, v * 110 + id);
      const depth = wash.inside(u, v) + fray * (1 + wash.softness * 30);
      if (depth < -wash.softness) continue;
      const cover = smoothstep(-wash.softness, wash.softness * 0.4 + 0.0012, depth);
      const rim = bell(depth - 0.0028, 0.0028) * smoothstep(0.03, 0.003, wash.softness);
      // Backruns: a drop of water pushes pigment outwards to a cauliflower edge.
      const run = noise.fbm(u * 5.5 + id * 1.7, v * 5.5 + id, 4);
      const back = bell(run - 0.18, 0.035) * 0.5 - 0.3 * smoothstep(0.18, 0.3, run);
      const pool = 0.8 + 0.45 * noise.fbm(u * 3.5 + id, v * 3.5, 3);
      const granules = 1 + 0.2 * noise.at(u * 190, v * 190) + 0.12 * noise.at(u * 85, v * 85);
      const density = wash.density * Math.max(0, cover * (pool + back) + 0.75 * rim) * granules;
      const color = wash.color(u, v);
      const index = (y * size + x) * 3;
      for (let channel = 0; channel < 3; channel++) {
        // Beer and Lambert: each layer lets through its colour to the power of its thickness.
        const bare = data[index + channel]! + (PAPER[channel]! - data[index + channel]!) * wash.lift * cover;
        data[index + channel] = bare * Math.max(0.02, color[channel]!) ** density;
      }
    }
  }
}

interface Flower {
  x: number;
  y: number;
  radius: number;
  turn: number;
  petals: number;
  colors: Palette;
}

function petal(flower: Flower, index: number, lift: number, random: Random): Wash {
  const angle = flower.turn + ((index + random.normal(0.08)) / flower.petals) * 2 * Math.PI;
  const length = flower.radius * random.range(0.85, 1.12);
  const width = ((flower.radius * Math.PI) / flower.petals) * random.range(0.75, 0.95);
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  const notch = random.range(0.02, 0.1);
  const lead = random.pick(flower.colors);
  const tip = random.pick(flower.colors);
  return {
    left: flower.x - flower.radius * 1.3,
    right: flower.x + flower.radius * 1.3,
    top: flower.y - flower.radius * 1.3,
    bottom: flower.y + flower.radius * 1.3,
    density: random.range(0.34, 0.72),
    lift,
    softness: 0.0025,
    inside: (u, v) => {
      const along = ((u - flower.x) * c + (v - flower.y) * s) / length;
      const across = (-(u - flower.x) * s + (v - flower.y) * c) / width;
      if (along < 0.02) return -0.06;
      const shape = Math.sin(Math.PI * clamp(along) ** 1.7) ** 0.62 * (along < 1 ? 1 : 0);
      const ripple = notch * Math.cos(across * 7) * smoothstep(0.6, 1, along);
      return (shape * (1 - ripple) - Math.abs(across)) * width * 0.75 - (along > 0.985 ? 0.02 : 0);
    },
    color: (u, v) => mix(lead, tip, smoothstep(0.15, 0.95, Math.hypot(u - flower.x, v - flower.y) / length)),
  };
}

function heart(flower: Flower): Wash {
  const radius = flower.radius * 0.2;
  return {
    left: flower.x - radius,
    right: flower.x + radius,
    top: flower.y - radius,
    bottom: flower.y + radius,
    density: 0.8,
    lift: 0.2,
    softness: 0.006,
    inside: (u, v) => radius - Math.hypot(u - flower.x, v - flower.y),
    color: () => HEART,
  };
}

function leaf(x: number, y: number, length: number, angle: number, random: Random): Wash {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  const bend = random.range(-0.35, 0.35);
  const width = length * random.range(0.11, 0.2);
  const base = random.pick(GREENS);
  const tip = random.pick(GREENS);
  const vein = width * 0.045;
  return {
    left: x - length,
    right: x + length,
    top: y - length,
    bottom: y + length,
    density: random.range(0.45, 0.9),
    lift: 0.75,
    softness: 0.002,
    inside: (u, v) => {
      const along = ((u - x) * c + (v - y) * s) / length;
      if (along < 0 || along > 1) return -0.06;
      const across = -(u - x) * s + (v - y) * c - bend * length * along * along;
      const half = width * Math.sin(Math.PI * along ** 0.85);
      // The vein stays dry and white.
      return Math.min(half - Math.abs(across), Math.abs(across) - vein * (1 - along));
    },
    color: (u, v) => mix(base, tip, clamp(((u - x) * c + (v - y) * s) / length)),
  };
}

function backgroundWash(random: Random): Wash {
  const x = random.next();
  const y = random.next();
  const radius = random.range(0.14, 0.34);
  const color = random.pick(WASHES);
  return {
    left: x - radius * 1.4,
    right: x + radius * 1.4,
    top: y - radius * 1.4,
    bottom: y + radius * 1.4,
    density: random.range(0.3, 0.75),
    lift: 0.15,
    softness: random.next() < 0.55 ? 0.07 : 0.006,
    inside: (u, v) => radius * 0.8 - Math.hypot(u - x, (v - y) * 1.2),
    color: () => color,
  };
}

function spatter(canvas: Canvas, noise: Noise, random: Random): void {
  for (let i = 0; i < 130; i++) {
    const x = random.next();
    const y = random.next();
    const radius = 0.0012 + 0.006 * random.next() ** 4;
    const color = random.pick(random.pick(BLOOMS));
    const box = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
    const inside = (u: number, v: number): number => radius - Math.hypot(u - x, v - y);
    lay(
      canvas,
      { ...box, inside, color: () => color, density: 0.6, lift: 0, softness: 0.0015 },
      noise,
      900 + i,
    );
  }
}

function arrange(random: Random): Flower[] {
  const flowers: Flower[] = [];
  for (let tries = 0; tries < 500 && flowers.length < 21; tries++) {
    const radius =
      flowers.length < 4
        ? random.range(0.15, 0.19)
        : flowers.length < 11
          ? random.range(0.085, 0.12)
          : random.range(0.04, 0.065);
    const x = random.range(0.02, 0.98);
    const y = random.range(0.02, 0.98);
    if (flowers.some((other) => Math.hypot(x - other.x, y - other.y) < (radius + other.radius) * 0.88))
      continue;
    const petals = 5 + random.below(4);
    flowers.push({ x, y, radius, turn: random.range(0, 6), petals, colors: random.pick(BLOOMS) });
  }
  return flowers;
}

/** A garden in watercolour: wet washes, leaves and petals in transparent layers, with hard edges, pools and backruns. */
function paint(size: number, seed: number): Canvas {
  const random = createRandom(seed);
  const noise = createNoise(seed + 1);
  const canvas = createCanvas(size);
  paintEach(canvas, () => PAPER);
  let id = 0;
  for (let i = 0; i < 26; i++) lay(canvas, backgroundWash(random), noise, id++);
  const flowers = arrange(random);
  for (const flower of flowers) {
    for (let i = 0; i < 4; i++) {
      const angle = random.range(0, 2 * Math.PI);
      const x = flower.x + Math.cos(angle) * flower.radius * 0.7;
      const y = flower.y + Math.sin(angle) * flower.radius * 0.7;
      lay(
        canvas,
        leaf(x, y, flower.radius * random.range(0.9, 1.7), angle + random.normal(0.5), random),
        noise,
        id++,
      );
    }
  }
  for (const flower of flowers) {
    for (let layer = 0; layer < 2; layer++) {
      for (let i = 0; i < flower.petals; i++)
        lay(canvas, petal(flower, i + layer * 0.5, layer === 0 ? 0.85 : 0.25, random), noise, id++);
    }
    lay(canvas, heart(flower), noise, id++);
  }
  spatter(canvas, noise, random);
  grain(canvas, seed + 2, 0.07);
  return canvas;
}

export const watercolourGarden: Painter = {
  id: 'watercolour-garden',
  title: 'Garden in watercolour',
  oversample: 1.5,
  paint,
};
