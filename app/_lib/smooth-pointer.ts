import type { Pointer } from '../../server/protocol/presence';

/** In this time two thirds of the way are made: somewhat less than the time between two batches. */
const TIME_CONSTANT_MS = 60;
/** Nearer than this, in fractions of the picture, is there. */
const NEAR = 0.0005;

/** A pointer on its way, `elapsedMs` later: fast at first, then ever slower, and then there. */
export function approach(from: Pointer, to: Pointer, elapsedMs: number): Pointer {
  const left = Math.exp(-elapsedMs / TIME_CONSTANT_MS);
  const next = { x: to.x + (from.x - to.x) * left, y: to.y + (from.y - to.y) * left };
  return Math.abs(next.x - to.x) < NEAR && Math.abs(next.y - to.y) < NEAR ? to : next;
}
