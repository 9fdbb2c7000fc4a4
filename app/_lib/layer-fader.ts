import type { Range } from '../../server/protocol/limits';

/** Weights that a fader spans, even ones in its middle; others can be typed. */
export const FADER: Range = { min: 0.1, max: 10 };

/** The inner part of a fader that means "not read", so that it is easy to hit. */
const OFF = 0.12;
const STEPS_PER_DECADE = 20;
const STEPS = Math.round(Math.log10(FADER.max / FADER.min) * STEPS_PER_DECADE);
const LEAP = 5;

/** @param step 0 … {@link STEPS}; below it is off */
function stepToWeight(step: number): number {
  if (step < 0) return 0;
  // Two digits are enough to tell neighbours apart, and easy to read.
  return Number((FADER.min * 10 ** (Math.min(STEPS, step) / STEPS_PER_DECADE)).toPrecision(2));
}

/** The inverse, not rounded: a typed weight may lie between two steps; one beyond the range is at its end, off at -1. */
function weightToStep(weight: number): number {
  if (weight <= 0) return -1;
  return Math.log10(Math.min(FADER.max, Math.max(FADER.min, weight)) / FADER.min) * STEPS_PER_DECADE;
}

/** To which side a fader's bar becomes longer. */
export type Growth = 'left' | 'right' | 'up' | 'down';

/** How far along a fader a point lies: 0 where its bar begins, 1 at its far end, and no further than that. */
export function fractionAt(
  point: { readonly x: number; readonly y: number },
  box: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>,
  growth: Growth,
): number {
  const along = {
    left: (box.right - point.x) / (box.right - box.left),
    right: (point.x - box.left) / (box.right - box.left),
    up: (box.bottom - point.y) / (box.bottom - box.top),
    down: (point.y - box.top) / (box.bottom - box.top),
  }[growth];
  return Math.min(1, Math.max(0, along));
}

/** @param fraction 0 … 1 of the fader's length */
export function weightAt(fraction: number): number {
  if (fraction < OFF) return 0;
  return stepToWeight(Math.round(((fraction - OFF) / (1 - OFF)) * STEPS));
}

/** How long the bar of a weight is, 0 … 1 of the fader's length; a weight beyond the range is at its end. */
export function fractionOf(weight: number): number {
  if (weight <= 0) return 0;
  return OFF + (weightToStep(weight) / STEPS) * (1 - OFF);
}

/** What a key does to a layer that has the focus. */
export type FaderKey =
  | { readonly kind: 'weight'; readonly weight: number }
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | 'toggle';

const opposite: Readonly<Record<Growth, Growth>> = { left: 'right', right: 'left', up: 'down', down: 'up' };
const arrows: Readonly<Record<string, Growth>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * The arrow keys that point along a fader change its weight, those across it go to its neighbours.
 * @returns `null` for a key that is none of its business
 */
export function faderKey(key: string, weight: number, growth: Growth): FaderKey | null {
  const nudged = (steps: number): FaderKey => {
    if (steps > 0 && weight >= FADER.max) return { kind: 'weight', weight };
    return { kind: 'weight', weight: stepToWeight(Math.round(weightToStep(weight)) + steps) };
  };
  if (key === 'Enter' || key === ' ') return 'toggle';
  if (key === 'Home') return { kind: 'weight', weight: 0 };
  if (key === 'End') return { kind: 'weight', weight: Math.max(weight, FADER.max) };
  if (key === 'PageUp') return nudged(LEAP);
  if (key === 'PageDown') return nudged(-LEAP);
  const arrow = arrows[key];
  if (!arrow) return null;
  if (arrow === growth) return nudged(1);
  if (arrow === opposite[growth]) return nudged(-1);
  return { kind: 'move', by: arrow === 'down' || arrow === 'right' ? 1 : -1 };
}
