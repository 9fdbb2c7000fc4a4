'use client';

import { useCallback, useMemo } from 'react';
import type { Run } from '../../../server/protocol/runs';
import { editMarks, forkPoints } from '../../_lib/curve-marks';
import { membersOf } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import type { PlotMark } from './curve-drawing';
import type { PlotArea } from './curve-plot';

/** Marks that are closer than this are one. */
const APART_PX = 7;

/** How many iterations are so close on a chart that marks of them are one. */
export function apartIn({ width, from, to }: PlotArea): number {
  return (APART_PX / Math.max(1, width)) * Math.max(1, to - from);
}

/** What is drawn over the curve of a run: where it was steered, in the member's colour, and where it parts from others. */
export function usePlotMarks(run: Run | undefined, runs: readonly Run[]) {
  const members = useRoom(membersOf);
  const marks = run?.marks;
  // The runs are others with every point of a curve; where they fork from each other is not.
  const forks = run ? forkPoints(runs, run).map(({ iteration }) => iteration) : [];
  const forkKey = forks.join(' ');
  const forkMarks = useMemo(
    () =>
      forkKey
        .split(' ')
        .filter(Boolean)
        .map((iteration) => forkMark(Number(iteration))),
    [forkKey],
  );
  return useCallback(
    (area: PlotArea): readonly PlotMark[] => [
      ...forkMarks,
      ...editMarks(marks ?? [], members, apartIn(area)).map(({ iteration, colour }): PlotMark => ({
        iteration,
        colour,
        dot: 'top',
      })),
    ],
    [forkMarks, marks, members],
  );
}

const forkMark = (iteration: number): PlotMark => ({ iteration, colour: 'var(--accent)', dot: 'bottom' });
