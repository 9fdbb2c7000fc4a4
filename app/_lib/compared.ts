import type { RunId } from '../../server/protocol/ids';
import type { Run } from '../../server/protocol/runs';
import { picturedMoments } from './run-moments';

/** One of two pictures that are compared: a run, at one of its iterations or, where that is `null`, as it is now. */
export interface ComparedSide {
  readonly runId: RunId;
  readonly iteration: number | null;
}

/**
 * What a picture is compared with first: where it came from, else the latest of the other runs; in a room with no other run,
 * the same run's first picture.
 */
export function otherThan(runs: readonly Run[], { runId }: ComparedSide): ComparedSide {
  const run = runs.find(({ id }) => id === runId);
  const others = runs.filter(({ id }) => id !== runId);
  const other = others.find(({ id }) => id === run?.parent?.runId) ?? others.at(-1);
  if (other) return { runId: other.id, iteration: null };
  return { runId, iteration: run ? (picturedMoments(run)[0] ?? null) : null };
}
