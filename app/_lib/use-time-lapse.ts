'use client';

import { useCallback, useEffect, useState } from 'react';
import type { TimeLapse } from '../../server/protocol/http';
import type { RoomId, RunId } from '../../server/protocol/ids';
import { problemOf, requestTimeLapse, timeLapse } from './api';
import type { PageProblem } from './page-problem';

const ASK_AGAIN_MS = 1000;

/** What is known of a run's time-lapse; `null` until the server has said. */
export type TimeLapseState = TimeLapse | null;

/**
 * How far the time-lapse of a run is, and how to have one made. While one is being made the server is asked time and again.
 * @param version of what the run has kept: another one asks anew
 */
export function useTimeLapse(
  roomId: RoomId,
  runId: RunId,
  version: number,
): { readonly state: TimeLapseState; readonly make: () => void } {
  const [state, setState] = useState<TimeLapseState>(null);
  const kind = state?.kind;

  useEffect(() => {
    let gone = false;
    timeLapse(roomId, runId).then(
      (answer) => gone || setState(answer),
      (error: unknown) => gone || setState(failure(problemOf(error))),
    );
    return () => {
      gone = true;
    };
  }, [roomId, runId, version]);

  useEffect(() => {
    if (kind !== 'making') return;
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    function later(): void {
      timer = setTimeout(() => {
        timeLapse(roomId, runId).then(
          (answer) => {
            if (gone) return;
            setState(answer);
            if (answer.kind === 'making') later();
          },
          (error: unknown) => gone || setState(failure(problemOf(error))),
        );
      }, ASK_AGAIN_MS);
    }
    later();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [roomId, runId, kind]);

  const make = useCallback(() => {
    requestTimeLapse(roomId, runId).then(setState, (error: unknown) => setState(failure(problemOf(error))));
  }, [roomId, runId]);

  return { state, make };
}

const failure = (problem: PageProblem): TimeLapse => ({ kind: 'failed', problem });
