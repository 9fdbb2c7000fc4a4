'use client';

import { Download, ImageIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isActive, type Run } from '../../../server/protocol/runs';
import { formatMoment } from '../../_lib/format';
import { latestRun, shownRun } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { previewUrl, resultUrl } from '../../_lib/urls';
import { statusText } from '../stage/run-progress';
import { buttonClass } from '../ui/button';
import { cx } from '../ui/cx';
import { Tip } from '../ui/icon-button';

interface RunCardProps {
  readonly run: Run;
}

export function RunCard({ run }: RunCardProps) {
  const { t } = useTranslation();
  const { roomId, store } = useStudio();
  const chosen = useRoom((state) => shownRun(state)?.id === run.id);
  const latest = useRoom((state) => latestRun(state)?.id === run.id);
  const starter = useRoom((state) => state.room?.members.find((member) => member.id === run.startedBy)?.name);
  const time = formatMoment(run.createdAt, new Date());
  const title = t('run.title', { number: run.number });
  return (
    <li
      className={cx(
        'relative flex items-center gap-1 rounded-lg',
        chosen ? 'bg-accent-soft' : 'hover:bg-raised',
      )}
    >
      <button
        type="button"
        aria-label={t('runs.show', { number: run.number })}
        aria-current={chosen}
        onClick={() => store.dispatch({ type: 'view', runId: latest ? null : run.id })}
        className="flex min-w-0 grow items-center gap-2.5 rounded-lg p-1.5 text-left"
      >
        <span className="flex size-11 shrink-0 items-center justify-center overflow-hidden rounded-md bg-wall">
          {run.result && !isActive(run.status) ? (
            <img
              src={previewUrl(roomId, run.id, run.progress.iteration)}
              alt=""
              className="size-full object-cover"
            />
          ) : (
            <ImageIcon aria-hidden className="size-4 text-muted" />
          )}
        </span>
        <span className="flex min-w-0 flex-col">
          <span className="truncate text-[0.8125rem]">
            <span className="font-medium">{title}</span>{' '}
            <span className={run.status.kind === 'failed' ? 'text-danger' : 'text-muted'}>
              {statusText(run, t)}
            </span>
          </span>
          <span className="truncate text-xs text-muted">
            {time}
            {starter && ` ${t('runs.by', { name: starter })}`}
          </span>
        </span>
      </button>
      {run.result && (
        <Tip text={t('runs.download', { number: run.number })}>
          <a
            href={resultUrl(roomId, run.id)}
            download
            aria-label={t('runs.download', { number: run.number })}
            className={buttonClass('quiet', 'small', 'w-8 px-0!')}
          >
            <Download aria-hidden />
          </a>
        </Tip>
      )}
    </li>
  );
}
