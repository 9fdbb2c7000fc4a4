import { cover, createCanvas, type Canvas } from '../lib/canvas';
import { hex, mix, palette, ramp, shade, turn, vary, type Rgb } from '../lib/color';
import { illuminate } from '../lib/light';
import { clamp, smoothstep } from '../lib/math';
import { createNoise, type Noise } from '../lib/noise';
import type { Painter } from '../lib/painter';
import { createRandom, type Random } from '../lib/random';

const SKY = palette('#4f86d8', '#79aee8', '#b7d3ee', '#f6d9c0', '#fbc98a');
const RIVER = palette('#f6c98f', '#9cc3e8', '#4f8fd0', '#2f62b4', '#3a3f9a');
const FAR = palette('#7a6fc0', '#5f86c4', '#6aa88f', '#8f7ac0');
const LEAVES = palette('#1c5248', '#2a7a48', '#5a9f45', '#a3bd4a', '#ecd066');
const SHADE = palette('#1c2f6a', '#2a3f8f', '#1f5a4a', '#4a2a7a');
const MEADOW = palette('#2a6a44', '#4f9648', '#94b84f', '#e6d070', '#efb060');
const FLOWERS = palette('#e8385a', '#f27a9a', '#f2e8e0', '#f28a2a', '#a84ac0');
const TRUNK = palette('#4a2a4a', '#7a3f2f', '#2f2a5a', '#b8703f');
const SAIL = palette('#e8582f', '#f2913a', '#d93a4a', '#f9d08a');

function bank(u: number): number {
  return 0.8 - 0.2 * smoothstep(0.62, 0, u) + 0.02 * Math.sin(u * 9);
}

/** The crown of the tree at the left: light from the right, blue shade on the left. */
function crown(u: number, v: number, noise: Noise): number | undefined {
  const edge = 0.055 * noise.fbm(u * 9, v * 9, 3);
  const blobs = [
    { x: 0.16, y: 0.24, r: 0.23 },
    { x: 0.33, y: 0.16, r: 0.15 },
    { x: 0.31, y: 0.34, r: 0.12 },
    { x: 0.03, y: 0.42, r: 0.13 },
  ];
  let light: number | undefined;
  for (const { x, y, r } of blobs) {
    const distance = Math.hypot(u - x, v - y) + edge;
    if (distance < r)
      light = Math.max(
        light ?? 0,
        clamp(0.5 + ((u - x) * 0.8 - (v - y)) / r / 2 + 0.55 * noise.at(u * 14, v * 14)),
      );
  }
  return light;
}

function sail(u: number, v: number): boolean {
  return [
    { x: 0.6, y: 0.6, h: 0.32 },
    { x: 0.84, y: 0.57, h: 0.2 },
  ].some(({ x, y, h }) => v < y && v > y - h && u > x - 0.006 && u - x < (v - (y - h)) * 0.55);
}

/** The colours that stand side by side at a place; the eye mixes them. */
function colorAt(u: number, v: number, noise: Noise, random: Random): Rgb {
  const light = crown(u, v, noise);
  const inTrunk = Math.abs(u - 0.15 - 0.03 * Math.sin(v * 6)) < 0.022 + 0.03 * smoothstep(0.6, 0.74, v);
  if (light !== undefined)
    return light < 0.3 && random.next() < 0.7
      ? random.pick(SHADE)
      : ramp(LEAVES, light + random.normal(0.12));
  if (inTrunk && v > 0.4 && v < 0.72) return random.pick(TRUNK);
  if (v > bank(u)) {
    const depth = (v - bank(u)) / 0.4;
    const shadow = smoothstep(0.16, 0.08, Math.abs(v - 0.72 - (u - 0.15) * 0.16)) * smoothstep(0.55, 0.2, u);
    if (random.next() < shadow * 0.8) return random.pick(SHADE);
    if (noise.at(u * 22, v * 30) > 0.32 && random.next() < 0.75) return random.pick(FLOWERS);
    return ramp(MEADOW, clamp(0.75 - depth * 0.6 + 0.35 * noise.at(u * 6, v * 12) + random.normal(0.13)));
  }
  if (sail(u, v)) return random.next() < 0.85 ? random.pick(SAIL) : hex('#fff2d8');
  const coast = 0.52 - 0.05 * Math.max(0, noise.fbm(u * 5 + 2, 4, 3)) - 0.03 * smoothstep(0.4, 1, u);
  if (v > 0.535) {
    const depth = (v - 0.535) / 0.3;
    const mirrored = sail(u + 0.008 * noise.at(v * 60, u * 8), 1.16 - v) || sail(u, 1.07 - v);
    if (mirrored && random.next() < 0.65) return random.pick(SAIL);
    const glint = noise.at(u * 7, v * 48);
    return ramp(RIVER, clamp(depth * 0.85 + 0.32 * glint + random.normal(0.1)));
  }
  if (v > coast) return random.pick(FAR);
  const cloud = smoothstep(0.12, 0.5, noise.fbm(u * 3 + 5, v * 7, 3));
  return mix(ramp(SKY, clamp(v * 1.55 + random.normal(0.09))), [1, 0.95, 0.86], cloud * 0.6);
}

/** One touch of the brush's tip: round, a little long, with a raised rim. */
function dot(
  canvas: Canvas,
  height: Float32Array,
  x: number,
  y: number,
  radius: number,
  color: Rgb,
  tilt: number,
): void {
  const { size } = canvas;
  const reach = Math.ceil(radius * 1.3);
  const c = Math.cos(tilt);
  const s = Math.sin(tilt);
  for (let py = Math.max(0, Math.floor(y - reach)); py <= Math.min(size - 1, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px <= Math.min(size - 1, x + reach); px++) {
      const dx = ((px - x) * c + (py - y) * s) / 1.22;
      const dy = (-(px - x) * s + (py - y) * c) * 1.12;
      const distance = Math.hypot(dx, dy) / radius;
      const alpha = smoothstep(1.02, 0.82, distance);
      if (alpha <= 0) continue;
      const index = py * size + px;
      cover(canvas, index, color, alpha * 0.95);
      height[index]! +=
        (radius * (0.25 + 0.25 * smoothstep(0.3, 0.8, distance)) - height[index]! * 0.6) * alpha;
    }
  }
}

/** A river in summer, in points of pure colour: neighbours in hue, and now and then the complement. */
function paint(size: number, seed: number): Canvas {
  const k = size / 768;
  const random = createRandom(seed);
  const noise = createNoise(seed + 1);
  const canvas = createCanvas(size, hex('#d9b98a'));
  const height = new Float32Array(size * size);
  const layers = [
    { spacing: 12.5, radius: 10.8, light: 0 },
    { spacing: 11.5, radius: 8, light: 0.02 },
    { spacing: 14, radius: 5.8, light: 0.05 },
  ];
  for (const { spacing, radius, light } of layers) {
    const places: { x: number; y: number }[] = [];
    for (let y = 0; y < 768 + spacing; y += spacing) {
      for (let x = 0; x < 768 + spacing; x += spacing) {
        places.push({ x: x + random.normal(spacing * 0.4), y: y + random.normal(spacing * 0.4) });
      }
    }
    // In any order, so that no row of points covers the one before it.
    for (let i = places.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [places[i], places[j]] = [places[j]!, places[i]!];
    }
    for (const { x, y } of places) {
      let color = vary(shade(colorAt(x / 768, y / 768, noise, random), light), random, 0.03, 0.2);
      if (random.next() < 0.09) color = turn(color, Math.PI, 0.9);
      const tilt = noise.at(x / 90, y / 90) * 3;
      dot(canvas, height, x * k, y * k, radius * k * random.range(0.75, 1.2), color, tilt);
    }
  }
  illuminate(canvas, height, { angle: 2.2, strength: 0.18, gloss: 0.05 });
  return canvas;
}

export const pointillistRiver: Painter = {
  id: 'pointillist-river',
  title: 'River in points',
  oversample: 2,
  paint,
};
