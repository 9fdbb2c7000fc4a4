import { createCanvas, paintEach, type Canvas } from '../lib/canvas';
import { choose, hex, mix, palette, shade, type Rgb } from '../lib/color';
import { smoothstep } from '../lib/math';
import { createNoise } from '../lib/noise';
import { grain } from '../lib/paper';
import type { Painter } from '../lib/painter';
import { createRandom, hash, type Random } from '../lib/random';

const INKS = palette(
  '#16234f',
  '#b3202c',
  '#f0e4c4',
  '#e2a022',
  '#1f6f74',
  '#16234f',
  '#f0e4c4',
  '#d9562b',
  '#5fa8a0',
);
/** The sheet is smaller than the bath: it takes this part of it. */
const SHEET = 0.66;
const BATH = hex('#16234f');

/** One thing done to the paint that floats on the bath; all can be undone exactly, point by point. */
type Act =
  | { kind: 'drop'; x: number; y: number; radius: number; color: Rgb }
  | {
      kind: 'comb';
      angle: number;
      spacing: number;
      phase: number;
      pull: number;
      sharpness: number;
      alternate: boolean;
    }
  | { kind: 'wave'; angle: number; length: number; depth: number }
  | { kind: 'swirl'; x: number; y: number; radius: number; turn: number };

function program(random: Random): Act[] {
  const acts: Act[] = [];
  const drop = (low: number, high: number): Act => ({
    kind: 'drop',
    x: random.range(-0.1, 1.1),
    y: random.range(-0.1, 1.1),
    radius: random.range(low, high),
    color: choose(INKS, random.next()),
  });
  for (let i = 0; i < 150; i++) acts.push(drop(0.05, 0.12));
  for (let i = 0; i < 60; i++) acts.push(drop(0.02, 0.05));
  // Gel-git, "come and go": the rake there and back; then a comb across; then the peacock's waves.
  acts.push({
    kind: 'comb',
    angle: 0,
    spacing: 0.17,
    phase: 0.03,
    pull: 0.32,
    sharpness: 0.022,
    alternate: true,
  });
  acts.push({
    kind: 'comb',
    angle: Math.PI / 2,
    spacing: 0.105,
    phase: 0.05,
    pull: 0.12,
    sharpness: 0.02,
    alternate: true,
  });
  acts.push({
    kind: 'comb',
    angle: Math.PI / 2 + 0.05,
    spacing: 0.052,
    phase: 0,
    pull: 0.09,
    sharpness: 0.012,
    alternate: false,
  });
  acts.push({ kind: 'wave', angle: Math.PI / 2, length: 0.34, depth: 0.035 });
  acts.push({ kind: 'swirl', x: 0.3, y: 0.34, radius: 0.16, turn: 3.4 });
  acts.push({ kind: 'swirl', x: 0.72, y: 0.68, radius: 0.2, turn: -3.8 });
  acts.push({ kind: 'swirl', x: 0.78, y: 0.2, radius: 0.11, turn: -2.6 });
  acts.push({ kind: 'swirl', x: 0.2, y: 0.8, radius: 0.12, turn: 2.8 });
  for (let i = 0; i < 70; i++) acts.push(drop(0.003, 0.011));
  return acts;
}

function combPull(act: Extract<Act, { kind: 'comb' }>, across: number): number {
  const position = (across + act.phase) / act.spacing;
  const tine = Math.round(position);
  const away = Math.abs(position - tine) * act.spacing;
  const sign = act.alternate && tine % 2 !== 0 ? -1 : 1;
  return sign * act.pull * (act.sharpness / (act.sharpness + away));
}

/**
 * The ink at a place: the acts are undone from the last to the first until the place lies in a fresh drop
 * (the maps of A. Jaffer and colleagues, "Mathematical Marbling", 2012).
 */
function inkAt(acts: readonly Act[], u: number, v: number): { color: Rgb; act: number; depth: number } {
  let x = u;
  let y = v;
  for (let i = acts.length - 1; i >= 0; i--) {
    const act = acts[i]!;
    switch (act.kind) {
      case 'drop': {
        const dx = x - act.x;
        const dy = y - act.y;
        const squared = dx * dx + dy * dy;
        const inside = act.radius * act.radius;
        if (squared < inside) return { color: act.color, act: i, depth: Math.sqrt(squared / inside) };
        const back = Math.sqrt(1 - inside / squared);
        x = act.x + dx * back;
        y = act.y + dy * back;
        break;
      }
      case 'comb': {
        const c = Math.cos(act.angle);
        const s = Math.sin(act.angle);
        const pull = combPull(act, -x * s + y * c);
        x -= pull * c;
        y -= pull * s;
        break;
      }
      case 'wave': {
        const c = Math.cos(act.angle);
        const s = Math.sin(act.angle);
        const push = act.depth * Math.sin(((x * c + y * s) / act.length) * 2 * Math.PI);
        x += push * s;
        y -= push * c;
        break;
      }
      case 'swirl': {
        const dx = x - act.x;
        const dy = y - act.y;
        const t = Math.hypot(dx, dy) / act.radius;
        const angle = -act.turn * Math.exp(-t * t * 1.4);
        x = act.x + dx * Math.cos(angle) - dy * Math.sin(angle);
        y = act.y + dx * Math.sin(angle) + dy * Math.cos(angle);
        break;
      }
    }
  }
  return { color: BATH, act: -1, depth: 1 };
}

/** Marbled paper (ebru): ink dropped on a bath, combed, stirred, lifted off with a sheet. */
function paint(size: number, seed: number): Canvas {
  const acts = program(createRandom(seed));
  const noise = createNoise(seed + 1);
  const canvas = createCanvas(size);
  paintEach(canvas, (u, v) => {
    const x = 0.2 + SHEET * u;
    const y = 0.14 + SHEET * v;
    const ink = inkAt(acts, x + 0.0035 * noise.at(u * 14, v * 14), y + 0.0035 * noise.at(u * 14 + 9, v * 14));
    const clouds = noise.fbm(u * 16 + hash(ink.act, 1, seed) * 40, v * 16, 4);
    const speckle = noise.at(u * 190, v * 190);
    // Ox gall pushes the pigment to the rim of its drop.
    const rim = smoothstep(0.55, 1, ink.depth);
    const color = shade(
      ink.color,
      0.045 * clouds + 0.02 * speckle - 0.06 * rim + (hash(ink.act, 2, seed) - 0.5) * 0.07,
    );
    return mix(color, [0.96, 0.92, 0.82], 0.1 * smoothstep(0.1, 0.9, clouds + 0.4 * speckle));
  });
  grain(canvas, seed + 2, 0.07);
  return canvas;
}

export const marbledPaper: Painter = { id: 'marbled-paper', title: 'Marbled paper', oversample: 2, paint };
