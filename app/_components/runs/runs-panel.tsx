'use client';

import { Star } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { otherThan, type ComparedSide } from '../../_lib/compared';
import { runsOf } from '../../_lib/room-selectors';
import { branchLanes, favouriteRows, runRows } from '../../_lib/run-tree';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Button } from '../ui/button';
import { cx } from '../ui/cx';
import { RunCard } from './run-card';
import { onDemand } from '../ui/on-demand';

const CompareDialog = onDemand(() =>
  import('../compare/compare-dialog').then((module) => module.CompareDialog),
);
/** As many runs as can be seen at once need no filter. */
const FILTERED_FROM = 5;
/** Forks below this depth stand no further to the right: the panel is narrow, and each says what it was forked from. */
const MAX_DEPTH = 3;

/** All runs of the room as a tree: each below what it was forked from, the latest first; or only the favourites of them. */
export function RunsPanel() {
  const { t } = useTranslation();
  const { store } = useStudio();
  const runs = useRoom(runsOf);
  const [compared, setCompared] = useState<readonly [ComparedSide, ComparedSide] | null>(null);
  const [filtered, setFiltered] = useState(false);
  const rows = useMemo(() => runRows(runs), [runs]);
  const favourites = useMemo(() => favouriteRows(rows), [rows]);
  const shown = filtered ? favourites : rows;
  const depths = useMemo(() => shown.map(({ depth }) => Math.min(depth, MAX_DEPTH)), [shown]);
  const lanes = useMemo(() => branchLanes(depths), [depths]);

  function compare(run: Run): void {
    const second = { runId: run.id, iteration: store.getState().moment };
    setCompared([otherThan(runs, second), second]);
  }

  return (
    <section aria-label={t('room.runs')} className="flex flex-col gap-2.5 border-t border-line p-4">
      <div className="flex min-h-8 items-center justify-between gap-2">
        <h2 className="font-medium">{t('room.runs')}</h2>
        {(filtered || (runs.length >= FILTERED_FROM && favourites.length > 0)) && (
          <Button
            look="quiet"
            size="small"
            aria-pressed={filtered}
            className={cx('-mr-1.5', filtered && 'bg-raised text-ink!')}
            onClick={() => setFiltered(!filtered)}
          >
            <Star aria-hidden className={cx('text-favourite', filtered && 'fill-current')} />
            {t('runs.onlyFavourites')}
          </Button>
        )}
      </div>
      {runs.length === 0 && <p className="text-xs text-muted">{t('runs.empty')}</p>}
      {runs.length > 0 && shown.length === 0 && (
        <p className="text-xs text-muted">{t('runs.noFavourites')}</p>
      )}
      {shown.length > 0 && (
        <ul className="flex flex-col gap-1">
          {shown.map((row, index) => (
            <RunCard
              key={row.run.id}
              row={row}
              depth={depths[index]!}
              lanes={lanes[index]!}
              onCompare={() => compare(row.run)}
            />
          ))}
        </ul>
      )}
      {compared && <CompareDialog initial={compared} onClose={() => setCompared(null)} />}
    </section>
  );
}
