import { createCanvas, paintEach, type Canvas } from '../lib/canvas';
import { hex, multiply } from '../lib/color';
import { clamp, fract, lerp, smoothstep } from '../lib/math';
import { createNoise, type Noise } from '../lib/noise';
import { grain } from '../lib/paper';
import type { Painter } from '../lib/painter';
import { createRandom, hash } from '../lib/random';

const PAPER = hex('#f3e7cc');
const VERMILION = hex('#dd4a26');
const OCHRE = hex('#eab04a');
const SEA = hex('#2f8791');
const KEY = hex('#1c1a22');

const SUN_AT = { x: 0.66, y: 0.3, radius: 0.135 };
const SHORE = 0.62;

/** How much ink each block leaves at a place, 0 to 1. */
interface Blocks {
  vermilion: number;
  ochre: number;
  sea: number;
  key: number;
}

interface Tree {
  x: number;
  foot: number;
  height: number;
}

/**
 * Cut lines: `phase` counts lines, `along` runs along them, `tone` is the share of ink.
 * The knife swells and runs out, no two cuts are alike.
 */
function hatch(phase: number, along: number, tone: number, noise: Noise, seed: number): number {
  const line = Math.floor(phase);
  const swell = 0.2 * noise.at(along * 1.7 + line * 7.3, line * 3.1) + 0.1 * (hash(line, 0, seed) - 0.5);
  const share = clamp(tone + (tone > 0.02 && tone < 0.98 ? swell : 0));
  const distance = Math.abs(fract(phase) - 0.5) * 2;
  return smoothstep(share + 0.09, share - 0.09, distance);
}

function ridge(u: number, layer: number, noise: Noise): number {
  const base = [0.43, 0.52, 0.585][layer]!;
  const height = [0.62, 0.44, 0.24][layer]!;
  const peaks = noise.ridged(u * [2.3, 2.7, 3.6][layer]! + layer * 11 + 0.35, 0.5 + layer, 3);
  return base - height * (peaks - 0.64) - 0.012 * noise.fbm(u * 17, layer * 5, 2);
}

function mountains(u: number, v: number, noise: Noise, seed: number): Partial<Blocks> | undefined {
  for (let layer = 2; layer >= 0; layer--) {
    const top = ridge(u, layer, noise);
    if (v < top) continue;
    const slope = (ridge(u + 0.004, layer, noise) - ridge(u - 0.004, layer, noise)) / 0.008;
    const depth = v - top;
    const fold = noise.ridged(u * 9 + layer * 4 - depth * slope * 6, depth * 5 + layer, 2);
    const shadow = smoothstep(-0.25, 0.45, slope + (fold - 0.62) * 1.6);
    const tone = clamp(lerp(0.08, 0.92, shadow) - depth * [2.2, 1.8, 1.2][layer]! * (1 - shadow));
    const phase = (u * 0.75 + depth * (slope > 0 ? -1 : 1) * 0.9 + 0.012 * noise.at(u * 7, v * 7)) * 66;
    const outline = smoothstep(0.0065, 0.003, depth + 0.002 * noise.at(u * 30, layer));
    return {
      key: Math.max(outline, hatch(phase, v * 6, tone * (layer === 2 ? 1 : 0.86), noise, seed)),
      sea: layer === 2 ? 0.85 : layer === 1 ? 0.5 : 0.12,
      ochre: layer === 0 ? 0.75 * (1 - shadow) : layer === 1 ? 0.3 : 0.2,
      vermilion: layer === 0 ? 0.45 * shadow : 0,
    };
  }
  return undefined;
}

function sky(u: number, v: number, noise: Noise, seed: number): Partial<Blocks> {
  const distance = Math.hypot(u - SUN_AT.x, v - SUN_AT.y) + 0.0015 * noise.at(u * 25, v * 25);
  if (distance < SUN_AT.radius) return { vermilion: 1, ochre: 0.7 };
  const angle = Math.atan2(v - SUN_AT.y, u - SUN_AT.x);
  const halo = distance - SUN_AT.radius;
  const rays = hatch((angle / (2 * Math.PI)) * 58, halo * 9, clamp(0.62 - halo * 2.1), noise, seed);
  // Clouds: long lens shapes, left white by the sea block.
  const band = v * 9 + 0.8 * noise.at(u * 2.2, v * 9);
  const cloud = smoothstep(0.28, 0.34, noise.at(u * 2.4 + Math.floor(band) * 3.7, band * 0.9));
  const curve = v * 52 + 2.4 * noise.at(u * 3, v * 3.2) + 1.2 * Math.sin(u * 8 + v * 5);
  const tone = clamp(lerp(0.95, 0.1, smoothstep(0, 0.45, v)) * smoothstep(0.05, 0.3, halo));
  const lines = hatch(curve, u * 5, tone, noise, seed + 3) * (1 - cloud);
  const top = smoothstep(0.22, 0, v);
  return {
    ochre: (0.25 + 0.75 * rays * smoothstep(0.3, 0, halo)) * (1 - 0.6 * cloud),
    vermilion: rays * smoothstep(0.2, 0.02, halo) * 0.75,
    sea: lines,
    key: hatch(curve * 0.5, u * 5, top * 0.55 * (1 - cloud), noise, seed + 4),
  };
}

function water(u: number, v: number, noise: Noise, seed: number): Partial<Blocks> {
  const near = (v - SHORE) / (1 - SHORE);
  // Waves grow towards the viewer; each has a crest of foam, a striped back and a dark hollow.
  const row =
    Math.log(1 + 4.2 * near) * 5.2 +
    0.32 * Math.sin(u * lerp(30, 9, near) + Math.floor(near * 5) * 2) +
    0.5 * noise.at(u * 3, near * 4);
  const part = fract(row);
  const index = Math.floor(row);
  const scallop = 0.16 * Math.abs(Math.sin((u * lerp(26, 7.5, near) + index * 0.7) * Math.PI));
  const crest = smoothstep(0.3, 0.24, part - scallop);
  const lines = (part - scallop) * lerp(3.4, 6.4, near);
  const tone = clamp(0.25 + 0.75 * part);
  const glitter =
    smoothstep(0.1, 0.06, Math.abs(u - SUN_AT.x + 0.025 * noise.at(v * 30, 1))) * (1 - near * 0.6);
  const outline = smoothstep(0.05, 0.025, Math.abs(part - scallop - 0.25));
  return {
    sea: crest > 0.5 ? 0.12 : 0.92 - 0.5 * glitter,
    key: Math.max(outline, (1 - crest) * hatch(lines, u * 7 + index, tone * 0.86, noise, seed + index)),
    vermilion: glitter * 0.8 * (1 - tone * 0.5),
    ochre: crest * 0.25 + glitter * 0.5,
  };
}

/** A fir: tiers of drooping boughs, cut into by gouges. */
function fir(u: number, v: number, tree: Tree, noise: Noise, seed: number): number | undefined {
  const t = (tree.foot - v) / tree.height;
  if (t < 0 || t > 1) return undefined;
  const x = u - tree.x;
  const tier = fract(t * 9 + Math.abs(x) * 9);
  const reach =
    (1 - t) * tree.height * 0.27 * (0.5 + 0.5 * (1 - tier)) + 0.004 * noise.at(v * 60, tree.x * 9);
  const trunk = Math.abs(x) < 0.008 * (1 - t * 0.6);
  if (Math.abs(x) > reach && !trunk) return undefined;
  const gouge = hatch((t * 9 + Math.abs(x) * 9) * 2, x * 40, x > 0 ? 0.95 : 0.62, noise, seed);
  return trunk ? 1 : Math.max(gouge, tier < 0.18 ? 1 : 0);
}

function foreground(
  u: number,
  v: number,
  trees: readonly Tree[],
  noise: Noise,
  seed: number,
): Partial<Blocks> | undefined {
  for (const [index, tree] of trees.entries()) {
    const ink = fir(u, v, tree, noise, seed + index);
    if (ink !== undefined) return { key: ink, ochre: 0.9, sea: 0.55 };
  }
  const top = 0.9 - 0.13 * smoothstep(0.5, 0, u) + 0.05 * u + 0.012 * noise.fbm(u * 8, 2, 3);
  if (v < top) return undefined;
  const phase = (u * 0.5 + (v - top) * 1.4 + 0.03 * noise.at(u * 6, v * 6)) * 46;
  const tufts = hatch(phase, v * 14, 0.55 + 0.25 * noise.at(u * 9, v * 9), noise, seed);
  return { key: Math.max(smoothstep(0.008, 0.004, v - top), tufts), ochre: 1, vermilion: 0.25 };
}

function plantTrees(seed: number): Tree[] {
  const random = createRandom(seed);
  const trees = [
    { x: 0.13, foot: 0.86, height: 0.62 },
    { x: 0.245, foot: 0.89, height: 0.4 },
    { x: 0.03, foot: 0.86, height: 0.44 },
    { x: 0.93, foot: 0.99, height: 0.36 },
  ];
  return trees.map((tree) => ({ ...tree, height: tree.height * random.range(0.97, 1.03) }));
}

/** A coast at sunrise as a woodcut: cream paper, three colour blocks, a black key block on top. */
function paint(size: number, seed: number): Canvas {
  const noise = createNoise(seed);
  const trees = plantTrees(seed + 1);
  const canvas = createCanvas(size, PAPER);
  const cut = (u: number, v: number): Partial<Blocks> =>
    foreground(u, v, trees, noise, seed) ??
    (v > SHORE ? water(u, v, noise, seed) : (mountains(u, v, noise, seed) ?? sky(u, v, noise, seed)));
  paintEach(canvas, (u, v) => {
    // The blocks do not meet exactly, and the wood's grain shows where the ink is thin.
    const key = cut(u, v);
    const colors = cut(u + 0.0022, v - 0.0016);
    const wood = noise.fbm(u * 5 + 0.4 * noise.at(u * 3, v * 3), v * 130, 3);
    const thin = smoothstep(0.05, 0.75, wood + 0.55 * noise.at(u * 210, v * 210));
    const hold = 1 - 0.3 * thin;
    let color = multiply(PAPER, OCHRE, (colors.ochre ?? 0) * hold);
    color = multiply(color, VERMILION, (colors.vermilion ?? 0) * hold);
    color = multiply(color, SEA, (colors.sea ?? 0) * hold);
    return multiply(color, KEY, (key.key ?? 0) * (1 - 0.1 * thin));
  });
  grain(canvas, seed + 2, 0.08);
  return canvas;
}

export const woodcutCoast: Painter = {
  id: 'woodcut-coast',
  title: 'Woodcut of a coast',
  oversample: 2,
  paint,
};
