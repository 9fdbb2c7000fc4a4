import { createCanvas, type Canvas } from '../lib/canvas';
import { mix, palette, ramp, shade, vary, type Rgb } from '../lib/color';
import { createSurface, drag, follow } from '../lib/brush';
import { illuminate } from '../lib/light';
import { bell, clamp, smoothstep } from '../lib/math';
import { createNoise, type Noise } from '../lib/noise';
import type { Painter } from '../lib/painter';
import { createRandom, type Random } from '../lib/random';

const SKY = palette('#152a6e', '#1f4fa8', '#2f86c4', '#63b8c8', '#a9d8c0', '#f2dfa0');
const SWIRL = palette('#16306f', '#2f6fc0', '#8fd0d8', '#f4f0cf', '#5aa6c9', '#1c3f92');
const SUN = palette('#fffbe0', '#ffe45c', '#ffb52e', '#f58a24', '#e8c35a');
const HILLS = palette('#2a2f78', '#3f4f9c', '#2f6f86', '#4b3a86');
const WHEAT = palette('#f6d34a', '#e8a522', '#c9781c', '#f2b83a', '#8f8a2a', '#ffe88a');
const TREE = palette('#10302c', '#1c4a34', '#2f6a3a', '#17243f', '#557a34');
const POPPY = palette('#d8281e', '#f04a28', '#b5161f');

const VORTICES = [
  { x: 0.24, y: 0.2, radius: 0.13, spin: 1 },
  { x: 0.5, y: 0.36, radius: 0.085, spin: -1 },
  { x: 0.93, y: 0.4, radius: 0.07, spin: -1 },
  { x: 0.76, y: 0.2, radius: 0.17, spin: 1 },
] as const;
const SUN_AT = VORTICES[3];

type Region = 'sky' | 'sun' | 'hill' | 'field' | 'tree';

function horizon(u: number): number {
  return 0.6 + 0.035 * Math.sin(u * 7 + 0.6) + 0.02 * Math.sin(u * 17);
}

function fieldEdge(u: number): number {
  return 0.69 + 0.03 * Math.sin(u * 4.2 + 2);
}

function inTree(u: number, v: number): boolean {
  const t = clamp((v - 0.1) / 0.85);
  const middle = 0.1 + 0.018 * Math.sin(v * 22);
  const half =
    0.085 * Math.sin(Math.PI * Math.min(1, t * 0.72 + 0.02)) ** 0.8 * (1 + 0.16 * Math.sin(v * 46));
  return v > 0.1 && Math.abs(u - middle) < half;
}

function regionAt(u: number, v: number): Region {
  if (inTree(u, v)) return 'tree';
  if (v > fieldEdge(u)) return 'field';
  if (v > horizon(u)) return 'hill';
  return Math.hypot(u - SUN_AT.x, v - SUN_AT.y) < 0.075 ? 'sun' : 'sky';
}

/** Direction of the brush: swirling in the sky, along the slopes, up the tree, fanning through the wheat. */
function flow(u: number, v: number, noise: Noise): number {
  const region = regionAt(u, v);
  const drift = noise.at(u * 4, v * 4);
  if (region === 'tree') return -Math.PI / 2 + 0.7 * Math.sin(v * 19 + u * 24);
  if (region === 'field') return Math.atan2(v - 0.35, (u - 0.62) * 1.5) + 0.25 * drift;
  if (region === 'hill') return 0.25 * Math.cos(u * 7 + 0.6) + 0.35 * Math.sin(u * 21 + v * 30);
  let fx = 1;
  let fy = 0.5 * Math.sin(u * 9 + v * 3) + 0.3 * drift;
  for (const vortex of VORTICES) {
    const dx = u - vortex.x;
    const dy = v - vortex.y;
    const distance = Math.hypot(dx, dy) + 1e-6;
    const pull = 5 * vortex.spin * bell(distance, vortex.radius * 1.15);
    fx += (-dy / distance - (0.18 * dx) / distance) * pull;
    fy += (dx / distance - (0.18 * dy) / distance) * pull;
  }
  return Math.atan2(fy, fx);
}

function skyColor(u: number, v: number, noise: Noise, random: Random): Rgb {
  let color = ramp(SKY, clamp(v * 1.45 + 0.16 * noise.fbm(u * 3, v * 5, 3) + random.normal(0.07)));
  for (const vortex of VORTICES) {
    const distance = Math.hypot(u - vortex.x, v - vortex.y);
    const near = smoothstep(vortex.radius * 1.35, vortex.radius * 0.7, distance);
    if (near <= 0) continue;
    const turn = Math.atan2(v - vortex.y, u - vortex.x) / (2 * Math.PI);
    const arm = distance / vortex.radius + 0.12 * vortex.spin * turn + random.normal(0.05);
    const ring = vortex === SUN_AT ? ramp(SUN, arm * 0.9) : ramp(SWIRL, Math.abs(((arm * 1.7) % 2) - 1));
    color = mix(color, ring, near * 0.9);
  }
  return color;
}

function colorAt(u: number, v: number, noise: Noise, random: Random): Rgb {
  switch (regionAt(u, v)) {
    case 'tree':
      return random.pick(TREE);
    case 'sun':
      return ramp(SUN, Math.hypot(u - SUN_AT.x, v - SUN_AT.y) * 9 + random.normal(0.06));
    case 'hill': {
      const depth = (v - horizon(u)) / (fieldEdge(u) - horizon(u));
      return mix(random.pick(HILLS), random.pick(WHEAT), 0.5 * depth * random.next());
    }
    case 'field': {
      const band =
        0.5 + 0.5 * Math.sin(Math.atan2(v - 0.35, (u - 0.62) * 1.5) * 20 + 2 * noise.at(u * 5, v * 5));
      const gold = ramp(WHEAT, clamp(band * 0.75 + random.normal(0.16)));
      return random.next() < 0.14 ? mix(gold, random.pick(HILLS), 0.55) : gold;
    }
    case 'sky':
      return skyColor(u, v, noise, random);
  }
}

/** Wheat under a swirling evening sky, in thick paint, each stroke laid along a field of flow. */
function paint(size: number, seed: number): Canvas {
  const k = size / 768;
  const random = createRandom(seed);
  const noise = createNoise(seed + 1);
  const surface = createSurface(createCanvas(size, [0.42, 0.3, 0.2]));
  const angle = (x: number, y: number): number => flow(x / size, y / size, noise);
  const layers = [
    { strokes: 1100, width: 36, length: 120, dryness: 0.1, body: 1.6 },
    { strokes: 2900, width: 20, length: 80, dryness: 0.3, body: 2.2 },
    { strokes: 2300, width: 12.5, length: 58, dryness: 0.45, body: 2.4 },
  ];
  for (const [depth, layer] of layers.entries()) {
    for (let i = 0; i < layer.strokes; i++) {
      const start = { x: random.range(-0.02, 1.02) * size, y: random.range(-0.02, 1.02) * size };
      const u = start.x / size;
      const v = start.y / size;
      const small = regionAt(u, v) === 'hill' || regionAt(u, v) === 'sun' ? 0.65 : 1;
      const color = vary(colorAt(u, v, noise, random), random, 0.035, 0.07);
      drag(
        surface,
        {
          path: follow(start, layer.length * k * small * random.range(0.6, 1.3), 0.7, angle),
          width: layer.width * k * small * random.range(0.7, 1.2),
          color: depth === 2 && random.next() < 0.35 ? shade(color, 0.08) : color,
          opacity: 0.96,
          dryness: layer.dryness,
          body: layer.body * k,
          streaks: 0.075,
        },
        noise,
      );
    }
  }
  for (let i = 0; i < 150; i++) {
    const u = random.range(0.15, 1);
    const v = fieldEdge(u) + 0.05 + 0.24 * random.next() ** 0.8;
    const near = (v - 0.6) * 2.6;
    const color = random.pick(POPPY);
    // Three dabs that fan out: a poppy.
    for (let dab = 0; dab < 3; dab++) {
      const tilt = (dab - 1) * 0.9 + random.normal(0.3);
      const middle = {
        x: u * size + random.normal(3) * k * near,
        y: v * size + random.normal(2.5) * k * near,
      };
      const path = follow(middle, 19 * k * near, 0.5, () => tilt);
      const stroke = { opacity: 1, dryness: 0.15, body: 2.6 * k, streaks: 0.09 };
      drag(surface, { ...stroke, color: vary(color, random, 0.04, 0.08), path, width: 10 * k * near }, noise);
    }
  }
  illuminate(surface.canvas, surface.height, { angle: 2.2, strength: 0.32, gloss: 0.1 });
  return surface.canvas;
}

export const wheatSky: Painter = {
  id: 'wheat-sky',
  title: 'Wheat under a turning sky',
  oversample: 1.5,
  paint,
};
