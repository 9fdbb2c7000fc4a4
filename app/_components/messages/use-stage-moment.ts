'use client';

import { useMemo } from 'react';
import type { Moment } from '../../../server/protocol/moments';
import { stageMoment } from '../../_lib/stage-moment';
import { useRoom } from '../../_lib/studio-context';

/** The moment on the stage, the same object while it is the same moment. */
export function useStageMoment(): Moment | null {
  const runId = useRoom((state) => stageMoment(state)?.runId);
  const iteration = useRoom((state) => stageMoment(state)?.iteration);
  return useMemo(
    () => (runId === undefined || iteration === undefined ? null : { runId, iteration }),
    [runId, iteration],
  );
}
