import { createCanvas, cover, paintEach, pixel, type Canvas } from '../lib/canvas';
import { choose, mix, palette, ramp, shade, turn, type Palette, type Rgb } from '../lib/color';
import { blur, distanceToBorders } from '../lib/field';
import { illuminate } from '../lib/light';
import { clamp, smoothstep } from '../lib/math';
import { createNoise } from '../lib/noise';
import type { Painter } from '../lib/painter';
import { createRandom, hash } from '../lib/random';
import { createVoronoi, type Point } from '../lib/voronoi';

const SUN = palette('#fff2a0', '#ffd23c', '#ff9d1f', '#f2641c', '#d52a2a', '#a5154a');
const RAYS = palette('#2a52c8', '#5a35b8', '#1c86c9', '#1a3d9e', '#2aa5b5');
const DUSK = palette('#e85a8a', '#f29a4a', '#b03a9a', '#f2c04a');
const HILLS: readonly Palette[] = [
  palette('#2f9e6a', '#1f7a5a', '#57b84a', '#8ac23a'),
  palette('#14685f', '#1b8a7a', '#0f4f5a', '#2a9a58'),
  palette('#153a6a', '#2258a0', '#3a2f88', '#1a6a9a'),
];

const SUN_AT = { x: 0.6, y: 0.4 };

interface Pane {
  region: number;
  colors: Palette;
}

/** The design: a sun with its rings, rays round it, three hills below. */
function paneAt(u: number, v: number): Pane {
  const hills = [
    0.68 + 0.07 * Math.sin(u * 5 + 0.4),
    0.79 + 0.055 * Math.sin(u * 6.5 + 2.6),
    0.9 + 0.045 * Math.sin(u * 5.5 + 5),
  ];
  for (let i = 2; i >= 0; i--) {
    if (v > hills[i]!) return { region: 900 + i, colors: HILLS[i]! };
  }
  const distance = Math.hypot(u - SUN_AT.x, v - SUN_AT.y);
  if (distance < 0.21) return { region: 1, colors: SUN };
  const angle = Math.atan2(v - SUN_AT.y, u - SUN_AT.x) + 0.35 * distance;
  const sector = Math.floor(((angle + Math.PI) / (2 * Math.PI)) * 22);
  const ring = distance < 0.31 ? 0 : distance < 0.47 ? 1 : 2;
  const warm = (sector + ring) % 3 === 0;
  return { region: 10 + sector * 4 + ring, colors: warm ? DUSK : RAYS };
}

function sites(seed: number): Point[] {
  const random = createRandom(seed);
  const points: Point[] = [];
  // The sun's panes lie as seeds in a sunflower do (Vogel's spiral).
  for (let i = 0; i < 120; i++) {
    const radius = 0.0205 * Math.sqrt(i + 0.3);
    const angle = i * 2.39996;
    points.push({ x: SUN_AT.x + radius * Math.cos(angle), y: SUN_AT.y + radius * Math.sin(angle) });
  }
  for (let tries = 0; tries < 900; tries++) {
    const point = { x: random.range(-0.02, 1.02), y: random.range(-0.02, 1.02) };
    const spacing = point.y > 0.66 ? 0.05 : 0.075;
    if (Math.hypot(point.x - SUN_AT.x, point.y - SUN_AT.y) < 0.235) continue;
    if (points.every((other) => Math.hypot(point.x - other.x, point.y - other.y) > spacing))
      points.push(point);
  }
  return points;
}

function glass(pane: Pane, cell: number, distance: number, seed: number): Rgb {
  const tone = hash(cell, pane.region, seed);
  const base =
    pane.region === 1 ? ramp(pane.colors, distance / 0.22 + (tone - 0.5) * 0.22) : choose(pane.colors, tone);
  return turn(shade(base, (hash(pane.region, cell, seed + 1) - 0.5) * 0.12), (tone - 0.5) * 0.25, 1.05);
}

/** A sun in stained glass: panes of streaky glass between rounded leads, light that spills over them. */
function paint(size: number, seed: number): Canvas {
  const k = size / 768;
  const noise = createNoise(seed);
  const locate = createVoronoi(sites(seed + 1));
  const canvas = createCanvas(size);
  const panes = new Int32Array(size * size);
  const regions = new Int32Array(size * size);
  paintEach(canvas, (u, v, index) => {
    // Hand-cut glass has no straight edges.
    const x = u + 0.006 * noise.at(u * 9, v * 9) + 0.002 * noise.at(u * 40, v * 40);
    const y = v + 0.006 * noise.at(u * 9 + 40, v * 9) + 0.002 * noise.at(u * 40 + 40, v * 40);
    const pane = paneAt(x, y);
    const cell = locate(x, y).first;
    panes[index] = pane.region * 4096 + cell;
    regions[index] = pane.region;
    return glass(pane, cell, Math.hypot(x - SUN_AT.x, y - SUN_AT.y), seed);
  });
  const thin = distanceToBorders(panes, size);
  const thick = distanceToBorders(regions, size);
  const lead = new Float32Array(size * size);
  const relief = new Float32Array(size * size);

  paintEach(canvas, (u, v, index) => {
    const cell = panes[index]!;
    const slant = hash(cell, 3, seed) * Math.PI;
    const along = u * Math.cos(slant) + v * Math.sin(slant);
    const across = -u * Math.sin(slant) + v * Math.cos(slant);
    const streak = noise.fbm(along * 5 + cell, across * 42, 3);
    const ripple = noise.fbm(u * 30 + (cell % 97), v * 30, 2);
    const seeds = smoothstep(0.72, 0.82, noise.at(u * 90, v * 90));
    const inner = smoothstep(0, 26 * k, thin[index]!);
    const color = shade(
      pixel(canvas, index),
      0.1 * streak + 0.05 * ripple + 0.09 * seeds - 0.12 * (1 - inner),
    );
    relief[index] = (2.2 * ripple + 1.2 * streak) * k;
    return mix(color, [1, 0.98, 0.86], 0.2 * inner * smoothstep(0.1, 0.7, streak + ripple));
  });
  illuminate(canvas, relief, { angle: 2.2, strength: 0.5, gloss: 0.35 });

  const wobble = (index: number): number =>
    1 + 0.22 * noise.at((index % size) / (22 * k), Math.floor(index / size) / (22 * k));
  const metal = createCanvas(size);
  paintEach(metal, (u, v, index) => {
    const halfThin = 2.7 * k * wobble(index);
    const halfThick = 4.6 * k * wobble(index);
    const profile = Math.max(1 - thin[index]! / halfThin, 1 - thick[index]! / halfThick);
    lead[index] = clamp(profile * 2.2);
    relief[index] = Math.sqrt(clamp(profile)) * 5 * k + 0.5 * k * noise.at(u * 160, v * 160);
    return shade([0.13, 0.125, 0.14], 0.03 * noise.fbm(u * 60, v * 60, 2));
  });
  illuminate(metal, relief, { angle: 2.2, strength: 0.55, gloss: 0.14 });
  for (let index = 0; index < lead.length; index++) cover(canvas, index, pixel(metal, index), lead[index]!);
  bloom(canvas, 9 * k, 0.3);
  return canvas;
}

/** Bright glass glows: the picture's light, blurred, is laid over it. */
function bloom(canvas: Canvas, radius: number, amount: number): void {
  const { size, data } = canvas;
  for (let channel = 0; channel < 3; channel++) {
    const light = new Float32Array(size * size);
    for (let i = 0; i < light.length; i++) light[i] = data[i * 3 + channel]! ** 2;
    const glow = blur(light, size, radius);
    for (let i = 0; i < light.length; i++) {
      const value = data[i * 3 + channel]!;
      data[i * 3 + channel] = 1 - (1 - value) * (1 - amount * glow[i]!);
    }
  }
}

export const roseWindow: Painter = { id: 'rose-window', title: 'Sun in stained glass', oversample: 2, paint };
