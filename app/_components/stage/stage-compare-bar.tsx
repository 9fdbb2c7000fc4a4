'use client';

import { ArrowLeftRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { runTitle } from '../../_lib/run-title';
import { runsOf } from '../../_lib/room-selectors';
import { useRoom, useStageView, useStudio } from '../../_lib/studio-context';
import { RunSelect } from '../runs/run-select';
import { useOtherRun } from './stage-other';

/** Says what is compared, in the order in which it is seen, and with what else it could be. */
export function StageCompareBar({ run, className }: { readonly run: Run; readonly className: string }) {
  const { t } = useTranslation();
  const { view } = useStudio();
  const comparing = useStageView(({ compare }) => compare !== 'off');
  const runs = useRoom(runsOf);
  const other = useOtherRun(run);
  if (!comparing) return null;
  return (
    <div className={className}>
      <RunSelect
        label={t('stage.against')}
        none={t('stage.photograph')}
        runs={runs.filter(({ id }) => id !== run.id)}
        value={other?.id ?? null}
        onChoose={view.getState().compareWith}
      />
      <ArrowLeftRight aria-hidden className="size-3.5 shrink-0 text-muted max-sm:hidden" />
      <span className="truncate pr-2 text-xs font-medium">{runTitle(run, t)}</span>
    </div>
  );
}
