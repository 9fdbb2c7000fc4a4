import { createStore, type StoreApi } from 'zustand/vanilla';
import { sliderTarget } from './slider-keys';

/** Which iteration of a curve is read; not kept in React, for it changes as fast as the pointer moves. */
export interface Reading {
  /** `null` while nobody reads: then what is told is the newest. */
  readonly iteration: number | null;
  /** What the reading was moved with. */
  readonly by: 'pointer' | 'keys';
}

export type ReadingStore = StoreApi<Reading>;

export function createReading(): ReadingStore {
  return createStore<Reading>(() => ({ iteration: null, by: 'pointer' }));
}

/** The parts of the curve that the page keys go. */
const PAGES = 10;

/**
 * Where a key takes the reading; `null` for one that takes it nowhere.
 * @param iterations that can be read, ascending, not empty
 * @param from where it is; `null` is the newest
 */
export function readingTarget(
  key: string,
  iterations: readonly number[],
  from: number | null,
): number | null {
  const last = iterations.length - 1;
  const found = from === null ? last : iterations.findLastIndex((iteration) => iteration <= from);
  const page = Math.max(1, Math.round(iterations.length / PAGES));
  const target = sliderTarget(key, Math.max(0, found), iterations.length, page);
  return target === null ? null : iterations[Math.min(last, Math.max(0, target))]!;
}
