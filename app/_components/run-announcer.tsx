'use client';

import { useTranslation } from 'react-i18next';
import { latestRun } from '../_lib/room-selectors';
import { runAnnouncement } from '../_lib/run-status-text';
import { runTitle } from '../_lib/run-title';
import { useRoom } from '../_lib/studio-context';
import { useNews } from './use-news';

/** Tells what happens: has the state of the run read out when it changes, not its iterations, and says what others did. */
export function RunAnnouncer() {
  const { t } = useTranslation();
  useNews();
  const text = useRoom((state) => {
    const run = latestRun(state);
    return run ? t('run.announce', { run: runTitle(run, t), status: runAnnouncement(run, t) }) : '';
  });
  return (
    <p aria-live="polite" data-testid="announcer" className="sr-only">
      {text}
    </p>
  );
}
