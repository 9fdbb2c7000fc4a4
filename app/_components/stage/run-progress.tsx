'use client';

import { useTranslation } from 'react-i18next';
import { isActive, type Run } from '../../../server/protocol/runs';
import { fromServer } from '../../_lib/from-server';
import { formatDuration, percentOf } from '../../_lib/format';
import { runStatusText } from '../../_lib/run-status-text';
import { runTitle } from '../../_lib/run-title';
import { cx } from '../ui/cx';

interface RunProgressProps {
  readonly run: Run;
}

/** How far a run is, and what it is doing. */
export function RunProgress({ run }: RunProgressProps) {
  const { t } = useTranslation();
  const { status, progress } = run;
  const { iteration, totalIterations, remainingSeconds } = progress;
  const percent = percentOf(progress);
  const title = runTitle(run, t);
  return (
    <div
      data-testid="run-status"
      data-status={status.kind}
      data-run={run.id}
      className="flex min-w-0 grow flex-col gap-1.5 sm:basis-72"
    >
      <div className="flex min-w-0 items-baseline gap-2 text-[0.8125rem]">
        <span title={title} className="min-w-12 shrink-[2] truncate font-medium">
          {title}
        </span>
        <span className={cx('min-w-0', status.kind === 'failed' ? 'text-danger' : 'text-muted')}>
          {runStatusText(run, t)}
          {run.engine && status.kind === 'running' && (
            <span className="max-sm:hidden"> {t('run.engine', { engine: run.engine })}</span>
          )}
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
            // Moved and not widened: the page need not be laid out for it at every frame of the screen.
            'h-full rounded-full transition-transform duration-300',
            status.kind === 'running' ? 'bg-accent' : status.kind === 'failed' ? 'bg-danger' : 'bg-muted',
          )}
          style={{ transform: `translateX(${percent - 100}%)` }}
        />
      </div>
      <StatusNote run={run} />
    </div>
  );
}

/** What a run's state means and what comes next, where its name alone does not say that. */
function StatusNote({ run: { status, wish } }: RunProgressProps) {
  const { t } = useTranslation();
  if (status.kind === 'failed') {
    return (
      <p role="alert" className="text-[0.8125rem]">
        {fromServer(status.problem.message)}
      </p>
    );
  }
  const text =
    status.kind === 'resuming'
      ? t('run.resumingText', { message: fromServer(status.problem.message) })
      : status.kind === 'queued' && wish === 'go' && t('run.queuedText');
  return text && <p className="text-xs text-muted">{text}</p>;
}
