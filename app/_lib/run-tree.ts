import type { RunId } from '../../server/protocol/ids';
import type { Run } from '../../server/protocol/runs';

/** How the tree sees a run. */
export type TreeRun = Pick<Run, 'id' | 'parent'>;

/** A line of the tree as it is listed: every run once, each below what it was forked from. */
export interface RunRow<R extends TreeRun = Run> {
  readonly run: R;
  /** The run that it was forked from; `null` where it begins afresh, or where that run is not known. */
  readonly parent: R | null;
  /** How many runs stand above it; 0 for one that begins afresh. */
  readonly depth: number;
}

/**
 * The runs as a tree, line by line. Of runs beside each other the latest comes first, so that a new run is at the top, and
 * no run moves when another one is added below it. A run is forked from an earlier one; a parent that is missing, or that
 * does not stand before its child, counts as none.
 * @param runs oldest first
 */
export function runRows<R extends TreeRun>(runs: readonly R[]): RunRow<R>[] {
  const earlier = new Map<RunId, R>();
  const children = new Map<RunId | null, RunRow<R>[]>();
  const depths = new Map<RunId, number>();
  for (const run of runs) {
    const parent = (run.parent && earlier.get(run.parent.runId)) ?? null;
    const depth = parent ? depths.get(parent.id)! + 1 : 0;
    const key = parent?.id ?? null;
    children.set(key, [...(children.get(key) ?? []), { run, parent, depth }]);
    earlier.set(run.id, run);
    depths.set(run.id, depth);
  }
  const rows: RunRow<R>[] = [];
  // Without recursion: a chain of forks may be as long as a room has runs. The last of the open lines comes next.
  const open = [...(children.get(null) ?? [])];
  for (let row = open.pop(); row; row = open.pop()) {
    rows.push(row);
    open.push(...(children.get(row.run.id) ?? []));
  }
  return rows;
}

/**
 * Of the lines of a tree, those of favourites. Each stands below the nearest run above it that is one as well; what it was
 * forked from stays what it was.
 */
export function favouriteRows<R extends TreeRun & Pick<Run, 'favourite'>>(
  rows: readonly RunRow<R>[],
): RunRow<R>[] {
  const shownAbove: number[] = [];
  return rows.flatMap((row) => {
    const above = row.depth === 0 ? 0 : shownAbove[row.depth - 1]!;
    shownAbove[row.depth] = above + (row.run.favourite ? 1 : 0);
    return row.run.favourite ? [{ ...row, depth: above }] : [];
  });
}

/** The runs that were forked from this one, oldest first. */
export function forksOf<R extends TreeRun>(runs: readonly R[], runId: RunId): R[] {
  return runs.filter((run) => run.parent?.runId === runId);
}

/**
 * How the branches of a tree are drawn beside one of its lines, lane by lane from the left. Lane `n` comes down from a run
 * of depth `n`: it passes the line by (`through`), ends at it (`elbow`), does so and goes on to a later fork of the same
 * run (`tee`), or begins at it (`start`).
 */
export interface Lane {
  readonly lane: number;
  readonly shape: 'through' | 'elbow' | 'tee' | 'start';
}

/**
 * The branches of a tree, line by line.
 * @param depths of the lines, in their order; each is at most one more than the one before it
 */
export function branchLanes(depths: readonly number[]): Lane[][] {
  // From below: whether further down another run hangs on the lane.
  const hanging: boolean[] = [];
  const rows: Lane[][] = [];
  for (const depth of depths.toReversed()) {
    const lanes: Lane[] = [];
    for (let lane = 0; lane < depth - 1; lane += 1) {
      if (hanging[lane]) lanes.push({ lane, shape: 'through' });
    }
    if (depth > 0) lanes.push({ lane: depth - 1, shape: hanging[depth - 1] ? 'tee' : 'elbow' });
    if (hanging[depth]) lanes.push({ lane: depth, shape: 'start' });
    hanging.length = depth; // What hangs on this line, or deeper, has found where from.
    if (depth > 0) hanging[depth - 1] = true;
    rows.push(lanes);
  }
  return rows.reverse();
}
