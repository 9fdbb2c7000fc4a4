'use client';

import { useTranslation } from 'react-i18next';
import { useRoom } from '../../_lib/studio-context';
import { RunCard } from './run-card';

/** All runs of the room, the latest first. */
export function RunsPanel() {
  const { t } = useTranslation();
  const runs = useRoom((state) => state.room?.runs) ?? [];
  return (
    <section aria-label={t('room.runs')} className="flex flex-col gap-2.5 border-t border-line p-4">
      <h2 className="font-medium">{t('room.runs')}</h2>
      {runs.length === 0 ? (
        <p className="text-xs text-muted">{t('runs.empty')}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {[...runs].reverse().map((run) => (
            <RunCard key={run.id} run={run} />
          ))}
        </ul>
      )}
    </section>
  );
}
