'use client';

import type { Lane } from '../../_lib/run-tree';
import { cx } from '../ui/cx';

/** From one lane to the next. */
export const LANE_REM = 1;
/** Of a lane, in the line of the run that it comes down from: below the left of its thumbnail. */
const LANE_X_REM = 0.625;

/** Above a line is a gap to the next one, of a quarter of a rem, which lanes cross. */
const lines = {
  through: '-top-1 bottom-0 border-l',
  elbow: '-top-1 h-[calc(2.125rem+0.25rem)] w-3 rounded-bl-lg border-b border-l',
  start: 'top-15.5 bottom-0 border-l',
} as const;
const linesOf = (shape: Lane['shape']) => (shape === 'tee' ? (['elbow', 'through'] as const) : [shape]);

interface BranchesProps {
  /** Of the line that they are drawn in. */
  readonly depth: number;
  readonly lanes: readonly Lane[];
}

/** The branches of the tree beside a run, for the eye: that it is a fork, and of what, is said in words. */
export function Branches({ depth, lanes }: BranchesProps) {
  const left = (lane: number) => ({ insetInlineStart: `${(lane - depth) * LANE_REM + LANE_X_REM}rem` });
  return lanes.flatMap(({ lane, shape }) =>
    linesOf(shape).map((line) => (
      <span
        key={`${lane} ${line}`}
        aria-hidden
        style={left(lane)}
        className={cx('pointer-events-none absolute -z-1 border-edge', lines[line])}
      />
    )),
  );
}
