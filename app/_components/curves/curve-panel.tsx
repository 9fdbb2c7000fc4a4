'use client';

import { useTranslation } from 'react-i18next';
import { shownRun } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { chartHeight } from './chart-height';
import { onDemand } from '../ui/on-demand';

const CurveView = onDemand(
  () => import('./curve-view').then((module) => module.CurveView),
  () => <div className="h-72 lg:h-46" />,
);

interface CurvePanelProps {
  /** Whether the page is that of one run, so that the end of its curve does not lead to the latest one. */
  readonly pinned?: boolean;
}

/** The loss of the shown run while it falls. What draws it is loaded once there is a run. */
export function CurvePanel({ pinned = false }: CurvePanelProps) {
  const { t } = useTranslation();
  const runId = useRoom((state) => shownRun(state)?.id);
  return (
    <div className="@container flex flex-col gap-1 px-3 py-2 sm:px-4">
      {runId ? (
        <CurveView pinned={pinned} />
      ) : (
        <>
          <h2 className="flex h-8 items-center font-medium">{t('curves.title')}</h2>
          <p className={chartHeight + ' flex items-center justify-center text-[0.8125rem] text-muted'}>
            {t('curves.empty')}
          </p>
        </>
      )}
    </div>
  );
}
