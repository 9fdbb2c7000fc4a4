import { createCanvas, paintEach, type Canvas } from '../lib/canvas';
import { hex, multiply, shade, type Rgb } from '../lib/color';
import { clamp, fract, smoothstep } from '../lib/math';
import { createNoise, type Noise } from '../lib/noise';
import type { Painter } from '../lib/painter';
import { hash } from '../lib/random';

const MADDER = hex('#b3261e');
const INDIGO = hex('#1d2f6f');
const SAFFRON = hex('#eaa221');
const IVORY = hex('#f3e6c8');
const TEAL = hex('#1a7f7a');
const PLUM = hex('#6d1f4f');
const CORAL = hex('#e8623a');
const SKY = hex('#4f93bf');

const RINGS: readonly Rgb[] = [SAFFRON, MADDER, IVORY, INDIGO, CORAL, TEAL, IVORY, PLUM, SAFFRON, MADDER];

/** Threads along and across the picture: a thread is six and a half pixels at 768. */
const THREADS = 116;

/** The drawn pattern, by thread: wide bands of nested diamonds, narrow bands of zigzags, combs and dots. */
function patternAt(i: number, j: number): Rgb {
  const band = ((j % 77) + 77) % 77;
  if (band < 46) return diamond(i, band);
  if (band < 49) return IVORY;
  if (band < 60) return zigzag(i, band - 49);
  if (band < 63) return INDIGO;
  if (band < 73) return crosses(i, band - 63);
  return band < 75 ? SAFFRON : PLUM;
}

function diamond(i: number, band: number): Rgb {
  const period = 44;
  const column = Math.floor(i / period);
  const x = Math.abs(i - column * period - period / 2 + 0.5);
  const y = Math.abs(band - 22.5);
  // Steps of two threads: weavers cannot draw a slope.
  const distance = Math.floor(x / 2) + Math.floor(y / 2);
  const hook = (Math.floor(x / 2) + Math.floor(y / 4)) % 4 === 0 && distance > 9 && distance < 14;
  const outside = distance > 13;
  if (outside) {
    const corner = 24 - distance;
    return corner < 4
      ? SAFFRON
      : corner < 6
        ? INDIGO
        : (Math.floor(x / 2) + Math.floor(y / 2)) % 3 === 0
          ? SKY
          : MADDER;
  }
  if (hook) return IVORY;
  return RINGS[(Math.floor(distance / 2.3) + (column % 2 === 0 ? 0 : 4)) % RINGS.length] ?? MADDER;
}

function zigzag(i: number, band: number): Rgb {
  const step = Math.abs(((i + 200) % 16) - 8);
  const level = Math.floor((band + step) / 3) % 4;
  return [TEAL, IVORY, CORAL, INDIGO][level] ?? TEAL;
}

function crosses(i: number, band: number): Rgb {
  const x = Math.abs((((i % 14) + 14) % 14) - 6.5);
  const y = Math.abs(band - 4.5);
  if (x + y < 2.5) return IVORY;
  if (Math.max(x, y) < 4 && Math.abs(x - y) < 1.6) return SAFFRON;
  return Math.floor(i / 14) % 2 === 0 ? MADDER : TEAL;
}

/** Ikat: the threads are dyed before they are woven, and slip; so every edge has feathers. */
function dyed(i: number, j: number, noise: Noise, seed: number): Rgb {
  const slip = 1.5 * noise.at(i * 0.13, 3.7) + 1.3 * (hash(i, 7, seed) - 0.5);
  const bleed = 1.1 * (hash(i, j, seed) - 0.5);
  return patternAt(i, Math.floor(j + slip + bleed));
}

/** A woven rug: the pattern lives in threads that pass over and under each other. */
function paint(size: number, seed: number): Canvas {
  const noise = createNoise(seed);
  const canvas = createCanvas(size);
  paintEach(canvas, (u, v) => {
    // Cloth is never quite square.
    const x = (u + 0.0035 * noise.at(u * 3, v * 5)) * THREADS;
    const y = (v + 0.0035 * noise.at(u * 5 + 20, v * 3)) * THREADS * 0.5;
    const i = Math.floor(x);
    const shift = i % 2 === 0 ? 0 : 0.5;
    const j = Math.floor(y + shift);
    const across = fract(x) * 2 - 1;
    const along = fract(y + shift) * 2 - 1;
    const color = dyed(i, (j - shift) * 2, noise, seed);
    const worn =
      0.05 * noise.fbm(u * 4, v * 4, 3) + 0.06 * (hash(i, 3, seed) - 0.5) + 0.05 * noise.at(i * 9.1, v * 14);
    // A float of warp: round across, bowed along, spun of fibres.
    const round = Math.sqrt(clamp(1 - across * across * 0.92)) * (1 - 0.42 * along ** 4);
    const spin = Math.sin((along * 1.1 + across * 0.85 + hash(i, j, seed) * 0.4) * 9);
    const fuzz = noise.at(u * 230, v * 230);
    const light = 0.17 * (round - 0.72) + 0.035 * spin + 0.03 * fuzz - 0.07 * across;
    const gap = smoothstep(0.82, 1, Math.max(Math.abs(across) * 0.97, Math.abs(along) ** 2.2 * 0.98));
    return multiply(shade(color, worn + light), [0.2, 0.13, 0.12], gap * 0.72);
  });
  return canvas;
}

export const kilim: Painter = { id: 'kilim', title: 'Kilim', oversample: 2, paint };
