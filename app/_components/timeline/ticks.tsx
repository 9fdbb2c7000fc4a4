'use client';

import { useTranslation } from 'react-i18next';
import type { Remark } from '../../../server/protocol/remarks';
import type { Run } from '../../../server/protocol/runs';
import type { Stop } from '../../_lib/moments';
import { membersOf, runsOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { tickText, ticksOf, type TickKind } from '../../_lib/timeline-ticks';
import { Tip } from '../ui/icon-button';

/** Ticks of one kind that are closer than this are one. */
const APART_PX = 12;
const noRemarks: readonly Remark[] = [];
const shapes: Record<TickKind, string> = {
  steering: 'h-2.5 w-0.5',
  fork: 'size-1.5 rotate-45',
  remark: 'size-2 rounded-full',
};

interface TicksProps {
  readonly run: Run;
  readonly stops: readonly Stop[];
  /** Of the timeline, in pixels. */
  readonly width: number;
}

/** Where somebody steered (a line), forked (a diamond) or said something (a dot); pointed at, it says who and what, and pressed, it goes there. */
export function Ticks({ run, stops, width }: TicksProps) {
  const { t } = useTranslation();
  const { store } = useStudio();
  const members = useRoom(membersOf);
  const remarks = useRoom((state) => state.room?.remarks ?? noRemarks);
  const runs = useRoom(runsOf);
  if (width === 0) return null;
  const ticks = ticksOf(run, stops, { members, remarks, runs }, APART_PX / width, t);
  return ticks.map((tick) => {
    const text = tickText(tick, t);
    return (
      <Tip key={`${tick.kind} ${tick.iteration}`} text={text}>
        <button
          type="button"
          aria-label={text}
          onClick={() => store.dispatch({ type: 'view', runId: run.id, moment: tick.iteration })}
          className="absolute top-0 z-1 flex h-3.5 w-3 -translate-x-1/2 items-center justify-center"
          style={{ left: `${tick.place * 100}%` }}
        >
          <span aria-hidden className={shapes[tick.kind]} style={{ background: tick.colour }} />
        </button>
      </Tip>
    );
  });
}
