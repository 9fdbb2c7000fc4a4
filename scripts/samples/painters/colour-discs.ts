import { createCanvas, type Canvas } from '../lib/canvas';
import { mix, palette, ramp, shade, vary, type Palette, type Rgb } from '../lib/color';
import { createSurface, drag, type Stroke } from '../lib/brush';
import { illuminate } from '../lib/light';
import { createNoise } from '../lib/noise';
import type { Painter } from '../lib/painter';
import { createRandom, hash } from '../lib/random';
import type { Point } from '../lib/voronoi';

const WARM: Palette = palette('#f7d23a', '#f28a2a', '#e23b2a', '#c01f5a', '#f2a0a8', '#f6ead0');
const COOL: Palette = palette('#1a2f80', '#2f74c8', '#4fb8c0', '#1f7a5a', '#8fc85a', '#5a2f8f');
const DARK: Palette = palette('#1a1640', '#3a1640', '#0f3a4a');

interface Disc extends Point {
  radius: number;
  rings: number;
  seed: number;
}

/** Rings in quarters: each quarter of a ring has its own colour, warm against cool. */
function ringColor(disc: Disc, ring: number, angle: number): Rgb {
  const cut = hash(disc.seed, 0, 5) * 2 * Math.PI + ring * 0.05;
  const quarter = Math.floor(((((angle - cut) / (2 * Math.PI)) % 1) + 1) * 4) % 4;
  const warm = (quarter + ring) % 2 === 0;
  const t = hash(ring, quarter, disc.seed);
  if (hash(ring, quarter, disc.seed + 9) < 0.14) return ramp(DARK, t);
  return ramp(warm ? WARM : COOL, t);
}

function arrange(seed: number): Disc[] {
  const random = createRandom(seed);
  const discs: Disc[] = [];
  for (const [count, low, high] of [
    [3, 0.25, 0.31],
    [6, 0.13, 0.17],
    [13, 0.055, 0.085],
  ] as const) {
    let placed = 0;
    for (let tries = 0; tries < 1500 && placed < count; tries++) {
      const radius = random.range(low, high);
      const x = random.range(0, 1);
      const y = random.range(0, 1);
      // Discs may overlap a little: the smaller lies on top.
      if (discs.some((other) => Math.hypot(x - other.x, y - other.y) < (radius + other.radius) * 0.86))
        continue;
      discs.push({
        x,
        y,
        radius,
        rings: Math.max(3, Math.round(radius / 0.034)),
        seed: seed + discs.length * 31,
      });
      placed++;
    }
  }
  return discs;
}

/** The ground behind the discs: slanted planes that are cut by large arcs. */
function groundColor(u: number, v: number, seed: number): Rgb {
  const a = Math.floor((u * 0.8 + v * 0.6) * 4.2);
  const b = Math.floor(Math.hypot(u + 0.25, v - 1.2) * 5.5);
  const c = Math.floor(Math.hypot(u - 1.3, v + 0.1) * 4.5);
  const t = hash(a * 7 + b, c, seed);
  return (a + b + c) % 2 === 0 ? mix(ramp(COOL, t), ramp(DARK, t), 0.25) : ramp(WARM, t);
}

function arc(disc: Disc, radius: number, from: number, sweep: number, size: number): Point[] {
  const steps = Math.max(3, Math.ceil(Math.abs(sweep) * radius * size * 1.4));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = from + (sweep * i) / steps;
    return { x: (disc.x + radius * Math.cos(angle)) * size, y: (disc.y + radius * Math.sin(angle)) * size };
  });
}

/** Wheels of colour: rings in quarters, warm against cool, brushed along the arc in thick, dry paint. */
function paint(size: number, seed: number): Canvas {
  const k = size / 768;
  const random = createRandom(seed);
  const noise = createNoise(seed + 1);
  const surface = createSurface(createCanvas(size, [0.85, 0.78, 0.65]));
  const brush = (path: Point[], width: number, color: Rgb): Stroke => ({
    path,
    width: width * k,
    color: vary(color, random, 0.028, 0.06),
    opacity: 0.95,
    dryness: 0.35,
    body: 1.7 * k,
    streaks: 0.085,
  });

  for (let i = 0; i < 2400; i++) {
    const x = random.range(-0.02, 1.02);
    const y = random.range(-0.02, 1.02);
    const far = { x: -0.25, y: 1.2, radius: 1, rings: 1, seed: 0 };
    const radius = Math.hypot(x - far.x, y - far.y);
    const from = Math.atan2(y - far.y, x - far.x);
    const path = arc(far, radius, from, random.range(0.03, 0.075), size);
    drag(surface, brush(path, random.range(15, 25), groundColor(x, y, seed)), noise);
  }
  for (const disc of arrange(seed + 2)) {
    const step = disc.radius / disc.rings;
    const strokes: Stroke[] = [];
    for (let ring = 0; ring < disc.rings; ring++) {
      const lanes = Math.max(2, Math.round((step * 768) / 12));
      for (let lane = 0; lane < lanes * 2; lane++) {
        const radius = (ring + random.next() * 0.94) * step + 0.003;
        const length = random.range(34, 84) / 768;
        const count = Math.ceil((2 * Math.PI * radius) / length) + 1;
        for (let i = 0; i < count; i++) {
          const from = random.range(0, 2 * Math.PI);
          const sweep = Math.min(1.4, length / radius);
          const color = ringColor(disc, ring, from + sweep / 2);
          const light = hash(ring, disc.seed, 4) < 0.3 ? shade(color, 0.05) : color;
          strokes.push(brush(arc(disc, radius, from, sweep, size), random.range(10, 16), light));
        }
      }
    }
    for (let i = strokes.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [strokes[i], strokes[j]] = [strokes[j]!, strokes[i]!];
    }
    for (const stroke of strokes) drag(surface, stroke, noise);
  }
  illuminate(surface.canvas, surface.height, { angle: 2.2, strength: 0.3, gloss: 0.09 });
  return surface.canvas;
}

export const colourDiscs: Painter = { id: 'colour-discs', title: 'Wheels of colour', oversample: 1.5, paint };
