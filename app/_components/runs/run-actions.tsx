'use client';

import { GitCompare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { picturedMoments } from '../../_lib/run-moments';
import { useRoom } from '../../_lib/studio-context';
import { Button } from '../ui/button';
import { ForkButton } from './fork-button';
import { RenameRunButton } from './rename-run-button';

interface RunActionsProps {
  readonly run: Run;
  readonly onCompare: () => void;
}

/** What can be done with the run that is looked at, at the moment that is looked at. */
export function RunActions({ run, onCompare }: RunActionsProps) {
  const { t } = useTranslation();
  const moment = useRoom((state) => state.moment) ?? run.progress.iteration;
  const alone = useRoom((state) => (state.room?.runs.length ?? 0) < 2);
  const single = alone && picturedMoments(run).length < 2;
  return (
    <div
      role="group"
      aria-label={t('runs.actions', { number: run.number })}
      className="flex flex-wrap gap-1.5 px-1.5 pb-1.5"
    >
      <ForkButton moment={{ runId: run.id, iteration: moment }} />
      <Button
        size="small"
        aria-label={t('runs.compareNumbered', { number: run.number })}
        title={single ? t('runs.compareSingle') : undefined}
        disabled={single}
        onClick={onCompare}
      >
        <GitCompare aria-hidden />
        {t('runs.compare')}
      </Button>
      <RenameRunButton run={run} />
    </div>
  );
}
