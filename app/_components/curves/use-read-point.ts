'use client';

import { useStore } from 'zustand';
import type { CurvePoint } from '../../../server/protocol/curves';
import { pointAt } from '../../_lib/curve-overlay';
import type { ReadingStore } from '../../_lib/curve-reading';

/** The point of a curve that is read; its last while none is. */
export function useReadPoint(points: readonly CurvePoint[], reading: ReadingStore): CurvePoint | undefined {
  const iteration = useStore(reading, (state) => state.iteration);
  return iteration === null ? points.at(-1) : pointAt(points, iteration);
}
