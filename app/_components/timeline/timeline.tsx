'use client';

import { ChevronDown, SkipForward } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isActive, type Run } from '../../../server/protocol/runs';
import { stopIndex, stopsOf, type Stop } from '../../_lib/moments';
import { shownRun } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { viewOfStop } from '../../_lib/timeline-view';
import { useBracketKeys } from '../../_lib/use-bracket-keys';
import { Button } from '../ui/button';
import { cx } from '../ui/cx';
import { Filmstrip } from './filmstrip';
import { TimelineTools } from './timeline-tools';

interface TimelineProps {
  /** Whether the page is that of one run, so that the end of the timeline does not follow the latest one. */
  readonly pinned?: boolean;
}

/** The way of the shown run so far, to look back along it. Absent while nothing of it is kept. */
export function Timeline({ pinned = false }: TimelineProps) {
  const run = useRoom(shownRun);
  if (!run) return null;
  const stops = stopsOf(run);
  if (stops.length < 2) return null;
  return <TimelineOf key={run.id} run={run} stops={stops} pinned={pinned} />;
}

interface TimelineOfProps extends Required<TimelineProps> {
  readonly run: Run;
  /** At least two. */
  readonly stops: readonly Stop[];
}

function TimelineOf({ run, stops, pinned }: TimelineOfProps) {
  const { t } = useTranslation();
  const { store } = useStudio();
  const moment = useRoom((state) => state.moment);
  const [open, setOpen] = useState(false);
  const index = stopIndex(stops, moment);
  const last = stops.length - 1;

  /** Only this page looks back; what the others see does not change. */
  function go(to: number): void {
    const stop = stops[Math.min(last, Math.max(0, to))]!;
    store.dispatch(viewOfStop(store.getState(), run, stop, pinned));
  }
  useBracketKeys((step) => go(index + step));

  const stop = stops[index]!;
  const { iteration } = stop;
  const place = t('timeline.place', { iteration, total: run.progress.totalIterations });
  const toEnd = (
    <Button
      look={index < last ? 'secondary' : 'quiet'}
      size="small"
      title={index === last ? t('timeline.atEnd') : undefined}
      disabled={index === last}
      onClick={() => go(last)}
    >
      <SkipForward aria-hidden />
      <span className="lg:@max-2xl:sr-only">
        {t(isActive(run.status) ? 'timeline.live' : 'timeline.result')}
      </span>
    </Button>
  );
  return (
    <section
      aria-label={t('timeline.label')}
      data-testid="timeline"
      data-moment={moment ?? undefined}
      className="@container shrink-0 border-t border-line bg-panel px-4 py-1.5"
    >
      <div className="flex flex-col gap-x-4 gap-y-1 lg:flex-row lg:items-center">
        <div className="flex items-center gap-2 lg:w-34 lg:flex-col lg:items-start lg:gap-0 lg:@max-2xl:hidden">
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="-ml-1 flex h-9 items-center gap-1 rounded-md px-1 font-medium lg:hidden"
          >
            <ChevronDown aria-hidden className={cx('size-4', !open && '-rotate-90')} />
            {t('timeline.label')}
          </button>
          <span className="hidden text-[0.8125rem] font-medium lg:inline">{t('timeline.label')}</span>
          <span className="text-xs text-muted tabular-nums">{place}</span>
          {index < last && <span className="ml-auto lg:hidden">{toEnd}</span>}
        </div>
        <div
          className={cx(
            'min-w-0 grow items-center gap-x-3 lg:flex',
            open ? 'flex max-lg:flex-wrap' : 'hidden',
          )}
        >
          <Filmstrip run={run} stops={stops} index={index} valueText={place} onGo={go} />
          <div className="flex items-center max-lg:ml-auto max-lg:pt-1">
            <TimelineTools run={run} stop={stop} pinned={pinned} />
            <span className="ml-1 max-lg:hidden">{toEnd}</span>
          </div>
        </div>
      </div>
    </section>
  );
}
