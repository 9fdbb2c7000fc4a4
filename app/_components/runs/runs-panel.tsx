'use client';

import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { otherThan, type ComparedSide } from '../../_lib/compared';
import { runRows } from '../../_lib/run-tree';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { RunCard } from './run-card';

const CompareDialog = dynamic(
  () => import('../compare/compare-dialog').then((module) => module.CompareDialog),
  { ssr: false },
);
const none: readonly Run[] = [];

/** All runs of the room as a tree: each below what it was forked from, the latest first. */
export function RunsPanel() {
  const { t } = useTranslation();
  const { store } = useStudio();
  const runs = useRoom((state) => state.room?.runs) ?? none;
  const [compared, setCompared] = useState<readonly [ComparedSide, ComparedSide] | null>(null);
  const rows = useMemo(() => runRows(runs), [runs]);

  function compare(run: Run): void {
    const second = { runId: run.id, iteration: store.getState().moment };
    setCompared([otherThan(runs, second), second]);
  }

  return (
    <section aria-label={t('room.runs')} className="flex flex-col gap-2.5 border-t border-line p-4">
      <h2 className="font-medium">{t('room.runs')}</h2>
      {runs.length === 0 ? (
        <p className="text-xs text-muted">{t('runs.empty')}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {rows.map((row) => (
            <RunCard key={row.run.id} row={row} onCompare={() => compare(row.run)} />
          ))}
        </ul>
      )}
      {compared && <CompareDialog initial={compared} onClose={() => setCompared(null)} />}
    </section>
  );
}
