'use client';

import { useTranslation } from 'react-i18next';
import { deedText } from '../_lib/activity-text';
import { latestRun } from '../_lib/room-selectors';
import { runAnnouncement } from '../_lib/run-status-text';
import { runTitle } from '../_lib/run-title';
import { useRoom } from '../_lib/studio-context';
import { useNews } from './use-news';

/** Tells what happens: has the state of the run read out when it changes, not its iterations, and what one has taken back; and says what others did. */
export function RunAnnouncer() {
  const { t } = useTranslation();
  useNews();
  const text = useRoom((state) => {
    const run = latestRun(state);
    return run ? t('run.announce', { run: runTitle(run, t), status: runAnnouncement(run, t) }) : '';
  });
  // What is taken back by a key may be out of sight: its control in a closed drawer, the activity in another tab.
  const undone = useRoom((state) => {
    const last = state.room?.activity.at(-1);
    const mine = last?.deed.kind === 'undo' && last.memberId === state.session?.memberId;
    return mine ? deedText(last.deed, state, t) : '';
  });
  return (
    <div aria-live="polite" data-testid="announcer" className="sr-only">
      <p>{text}</p>
      <p>{undone}</p>
    </div>
  );
}
