'use client';

import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { isActive, type Run } from '../../../server/protocol/runs';
import { fromServer } from '../../_lib/from-server';
import { formatDuration, percentOf } from '../../_lib/format';
import { cx } from '../ui/cx';

export function statusText(run: Run, t: TFunction): string {
  if (run.status.kind === 'finished' && run.converged) return t('run.converged');
  return run.status.kind === 'queued'
    ? t('run.queued', { position: run.status.position })
    : t(`run.${run.status.kind}`);
}

interface RunProgressProps {
  readonly run: Run;
}

export function RunProgress({ run }: RunProgressProps) {
  const { t } = useTranslation();
  const { status, progress } = run;
  const { iteration, totalIterations, remainingSeconds } = progress;
  const percent = percentOf(progress);
  const title = t('run.title', { number: run.number });
  return (
    <div
      data-testid="run-status"
      data-status={status.kind}
      data-run={run.id}
      className="flex min-w-0 grow flex-col gap-1.5 sm:basis-72"
    >
      <div className="flex min-w-0 items-baseline gap-2 text-[0.8125rem]">
        <span className="font-medium whitespace-nowrap">{title}</span>
        <span className={cx('truncate', status.kind === 'failed' ? 'text-danger' : 'text-muted')}>
          {statusText(run, t)}
          {run.engine && status.kind === 'running' && ` ${t('run.engine', { engine: run.engine })}`}
        </span>
        <span className="ml-auto text-right whitespace-nowrap text-muted tabular-nums">
          {isActive(status) && remainingSeconds !== null && status.kind === 'running' && (
            <span className="mr-3">{t('time.left', { time: formatDuration(remainingSeconds, t) })}</span>
          )}
          <span className="text-ink" aria-label={t('run.iterations', { iteration, total: totalIterations })}>
            {iteration} / {totalIterations}
          </span>
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={t('run.progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div
          className={cx(
            'h-full rounded-full transition-[width] duration-300',
            status.kind === 'running' ? 'bg-accent' : status.kind === 'failed' ? 'bg-danger' : 'bg-muted',
          )}
          style={{ width: `${percent}%` }}
        />
      </div>
      {status.kind === 'failed' && (
        <p role="alert" className="text-[0.8125rem] text-danger">
          {fromServer(status.problem.message)}
        </p>
      )}
      {/* Only what changes rarely is read out. */}
      <span aria-live="polite" className="sr-only">
        {t('run.announce', { number: run.number, status: statusText(run, t) })}
      </span>
    </div>
  );
}
