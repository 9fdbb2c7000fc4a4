import type { Range } from '../../server/protocol/limits';
import { positionToWeight, weightPositions, weightToPosition } from './weight-scale';

/** Weights that a fader spans, even ones in its middle; others can be typed. */
export const FADER: Range = { min: 0.1, max: 10 };

/** The inner part of a fader that means "not read", so that it is easy to hit. */
const OFF = 0.12;
const POSITIONS = weightPositions(FADER);
const STEP = 2;
const LEAP = 10;

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
  return positionToWeight(1 + Math.round(((fraction - OFF) / (1 - OFF)) * (POSITIONS - 1)), FADER);
}

/** How long the bar of a weight is, 0 … 1 of the fader's length; a weight beyond the range is at its end. */
export function fractionOf(weight: number): number {
  if (weight <= 0) return 0;
  return OFF + ((weightToPosition(weight, FADER) - 1) / (POSITIONS - 1)) * (1 - OFF);
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
    const position = Math.round(weightToPosition(weight, FADER)) + steps;
    return { kind: 'weight', weight: positionToWeight(Math.min(POSITIONS, position), FADER) };
  };
  if (key === 'Enter' || key === ' ') return 'toggle';
  if (key === 'Home') return { kind: 'weight', weight: 0 };
  if (key === 'End') return { kind: 'weight', weight: Math.max(weight, FADER.max) };
  if (key === 'PageUp') return nudged(LEAP);
  if (key === 'PageDown') return nudged(-LEAP);
  const arrow = arrows[key];
  if (!arrow) return null;
  if (arrow === growth) return nudged(STEP);
  if (arrow === opposite[growth]) return nudged(-STEP);
  return { kind: 'move', by: arrow === 'down' || arrow === 'right' ? 1 : -1 };
}
