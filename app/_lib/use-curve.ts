'use client';

import { useEffect } from 'react';
import type { CurvePoint } from '../../server/protocol/curves';
import { isActive, type Run } from '../../server/protocol/runs';
import { problemOf, runDetails } from './api';
import { useRoom, useStudio } from './studio-context';

const none: readonly CurvePoint[] = [];

/** The curve of a run; what is not known of it is fetched. */
export function useCurve(run: Run | undefined): readonly CurvePoint[] {
  const { roomId, store, report } = useStudio();
  const curve = useRoom((state) => (run ? state.curves[run.id] : undefined));
  // A run that has only just begun sends its whole curve by itself.
  const begun = run !== undefined && (run.progress.iteration > 0 || !isActive(run.status));
  const runId = run && begun && !curve?.complete ? run.id : null;

  useEffect(() => {
    if (!runId) return;
    runDetails(roomId, runId).then(
      ({ curve: points }) => store.dispatch({ type: 'curve-loaded', runId, points }),
      (error: unknown) => report(problemOf(error)),
    );
  }, [roomId, runId, store, report]);

  return curve?.points ?? none;
}
