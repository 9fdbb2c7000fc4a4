'use client';

import { useTranslation } from 'react-i18next';
import { shownRun } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { later } from '../ui/later';
import { RunButtons } from './run-buttons';
import { RunProgress } from './run-progress';

const AdviceNote = later(() => import('./advice-note').then((module) => module.AdviceNote));

/** Under the picture: what is going on, and what can be done about it. */
export function RunBar() {
  const { t } = useTranslation();
  const run = useRoom(shownRun);
  return (
    <div className="flex shrink-0 flex-col gap-x-5 gap-y-2.5 border-t border-line bg-panel px-4 py-2 sm:flex-row sm:flex-wrap sm:items-center">
      <RunButtons />
      {run ? (
        <RunProgress run={run} />
      ) : (
        <p
          data-testid="run-status"
          data-status="none"
          className="text-[0.8125rem] text-muted max-sm:hidden sm:ml-auto"
        >
          {t('run.none')}
        </p>
      )}
      {run && <AdviceNote key={run.id} run={run} />}
    </div>
  );
}
