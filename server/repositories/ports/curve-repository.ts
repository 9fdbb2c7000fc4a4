import type { CurvePoint } from '../../protocol/curves';
import type { RunId } from '../../protocol/ids';

/** Keeps the curves of runs. */
export interface CurveRepository {
  /**
   * Replaces the run's whole curve.
   * @throws AppError `not-found` where no room has been saved with this run
   */
  save(runId: RunId, points: readonly CurvePoint[]): Promise<void>;

  /** The points in the order in which they were saved; none where none were. Numbers come back exactly. */
  load(runId: RunId): Promise<CurvePoint[]>;
}
