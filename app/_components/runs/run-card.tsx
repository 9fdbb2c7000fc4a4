'use client';

import { Download, Globe, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isActive } from '../../../server/protocol/runs';
import { fromServer } from '../../_lib/from-server';
import { formatMoment } from '../../_lib/format';
import { latestRun, mayEdit, shownRun } from '../../_lib/room-selectors';
import { runStateText } from '../../_lib/run-state';
import type { RunRow } from '../../_lib/run-tree';
import { useCommand, useRoom, useStudio } from '../../_lib/studio-context';
import { resultUrl } from '../../_lib/urls';
import { buttonClass } from '../ui/button';
import { cx } from '../ui/cx';
import { IconButton, Tip } from '../ui/icon-button';
import { RunActions } from './run-actions';
import { RunOrigin } from './run-origin';
import { RunThumbnail } from './run-thumbnail';

/** Forks below this depth stand no further to the right: the panel is narrow, and each says what it was forked from. */
const MAX_DEPTH = 4;
const INDENT_REM = 0.625;

interface RunCardProps {
  readonly row: RunRow;
  readonly onCompare: () => void;
}

export function RunCard({ row, onCompare }: RunCardProps) {
  const { run, parent, depth } = row;
  const { t } = useTranslation();
  const { roomId, store } = useStudio();
  const command = useCommand();
  const chosen = useRoom((state) => shownRun(state)?.id === run.id);
  const latest = useRoom((state) => latestRun(state)?.id === run.id);
  const editor = useRoom(mayEdit);
  const starter = useRoom((state) => state.room?.members.find((member) => member.id === run.startedBy)?.name);
  const details = useId();
  const { number, status } = run;
  return (
    <li
      data-run={run.id}
      data-depth={depth}
      style={{ marginInlineStart: `${Math.min(depth, MAX_DEPTH) * INDENT_REM}rem` }}
      className={cx(
        'min-w-0 rounded-lg',
        depth > 0 && 'border-l border-line',
        chosen ? 'bg-accent-soft' : 'hover:bg-raised',
      )}
    >
      <div className="flex items-center gap-1">
        <button
          type="button"
          aria-label={t('runs.show', { number })}
          aria-describedby={details}
          aria-current={chosen}
          onClick={() => store.dispatch({ type: 'view', runId: latest ? null : run.id })}
          className="flex min-w-0 grow items-center gap-2.5 rounded-lg p-1.5 text-left"
        >
          <RunThumbnail run={run} />
          <span id={details} className="flex min-w-0 flex-col">
            <span className="truncate text-[0.8125rem]">
              <span className="font-medium">{t('run.title', { number })}</span>{' '}
              <span className={status.kind === 'failed' ? 'text-danger' : 'text-muted'}>
                {runStateText(run, t)}
              </span>
            </span>
            {run.parent && <RunOrigin run={run} from={run.parent} parent={parent} />}
            <span className="truncate text-xs text-muted">
              {formatMoment(run.createdAt, new Date())}
              {starter && ` ${t('runs.by', { name: starter })}`}
            </span>
          </span>
        </button>
        {run.published && (
          <Tip text={t('runs.published')}>
            <span role="img" aria-label={t('runs.published')} className="text-good">
              <Globe aria-hidden className="size-3.5" />
            </span>
          </Tip>
        )}
        {status.kind === 'queued' && editor && (
          <IconButton
            label={t('runs.cancel', { number })}
            disabled={run.wish === 'stop'}
            onClick={() => void command({ type: 'run:stop', runId: run.id })}
          >
            <X aria-hidden />
          </IconButton>
        )}
        {run.result && !isActive(status) && (
          <Tip text={t('runs.download', { number })}>
            <a
              href={resultUrl(roomId, run.id)}
              download
              aria-label={t('runs.download', { number })}
              className={buttonClass('quiet', 'small', 'w-8 px-0!')}
            >
              <Download aria-hidden />
            </a>
          </Tip>
        )}
      </div>
      {status.kind === 'resuming' && (
        <p className="px-1.5 pb-1.5 text-xs text-muted">
          {t('runs.state.interrupted', { message: fromServer(status.problem.message) })}
        </p>
      )}
      {chosen && <RunActions run={run} onCompare={onCompare} />}
    </li>
  );
}
