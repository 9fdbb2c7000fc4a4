'use client';

import { useTranslation } from 'react-i18next';
import { latestRun } from '../_lib/room-selectors';
import { runAnnouncement } from '../_lib/run-status-text';
import { useRoom } from '../_lib/studio-context';

/** Has the state of the room's run read out when it changes; its iterations would never leave off. */
export function RunAnnouncer() {
  const { t } = useTranslation();
  const text = useRoom((state) => {
    const run = latestRun(state);
    return run ? t('run.announce', { number: run.number, status: runAnnouncement(run, t) }) : '';
  });
  return (
    <p aria-live="polite" data-testid="announcer" className="sr-only">
      {text}
    </p>
  );
}
