'use client';

import { GitFork } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { forkPoints, forkText } from '../../_lib/curve-marks';
import { placeIn } from '../../_lib/curve-place';
import { runsOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Tip } from '../ui/icon-button';
import { FORK_INSET_PX } from './curve-drawing';
import type { PlotArea } from './curve-plot';

interface ForkMarksProps {
  readonly run: Run;
  readonly area: PlotArea;
}

/** Where other runs were forked from this one, and where it was forked from another itself. Each leads to the other run. */
export function ForkMarks({ run, area }: ForkMarksProps) {
  const { t } = useTranslation();
  const { store } = useStudio();
  const runs = useRoom(runsOf);
  return forkPoints(runs, run).map((point) => {
    const text = forkText(point, t);
    const to = point.kind === 'begins' ? point.parent : point.forks.at(-1)!;
    return (
      <Tip key={`${point.kind} ${point.iteration}`} text={text}>
        <button
          type="button"
          aria-label={text}
          onClick={() => store.dispatch({ type: 'view', runId: to.id })}
          className="absolute flex size-6 -translate-1/2 items-center justify-center rounded-full"
          // A run's curve begins one iteration after what it was forked from.
          style={{
            left: Math.max(area.left + FORK_INSET_PX, placeIn(area, point.iteration)),
            top: area.top + area.height - FORK_INSET_PX,
          }}
        >
          <span className="flex size-4 items-center justify-center rounded-full bg-accent text-on-accent">
            <GitFork aria-hidden className="size-2.5" />
          </span>
        </button>
      </Tip>
    );
  });
}
