'use client';

import { Download, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isActive, type Run } from '../../../server/protocol/runs';
import { fromServer } from '../../_lib/from-server';
import { latestRun, mayEdit, shownRun } from '../../_lib/room-selectors';
import type { Lane, RunRow } from '../../_lib/run-tree';
import { useCommand, useRoom, useStudio } from '../../_lib/studio-context';
import { resultUrl } from '../../_lib/urls';
import { buttonClass } from '../ui/button';
import { cx } from '../ui/cx';
import { IconButton, Tip } from '../ui/icon-button';
import { Branches, LANE_REM } from './branches';
import { FavouriteButton } from './favourite-button';
import { RunActions } from './run-actions';
import { RunLine } from './run-line';

/** Two of them are as high as a line of the tree. */
const actionClass = 'h-7! w-8 px-0!';

interface RunCardProps {
  readonly row: RunRow;
  /** How far to the right it stands. */
  readonly depth: number;
  /** The branches of the tree beside it. */
  readonly lanes: readonly Lane[];
  readonly onCompare: () => void;
}

export function RunCard({ row, depth, lanes, onCompare }: RunCardProps) {
  const { run } = row;
  const { t } = useTranslation();
  const { store } = useStudio();
  const chosen = useRoom((state) => shownRun(state)?.id === run.id);
  const latest = useRoom((state) => latestRun(state)?.id === run.id);
  const details = useId();
  const { name, number, status } = run;
  return (
    <li
      data-run={run.id}
      data-depth={row.depth}
      style={{ marginInlineStart: `${depth * LANE_REM}rem` }}
      className={cx(
        'relative isolate min-w-0 rounded-lg transition-colors',
        chosen ? 'bg-accent-soft' : 'hover:bg-raised',
      )}
    >
      <Branches depth={depth} lanes={lanes} />
      <div className="flex items-center">
        <button
          type="button"
          aria-label={name === null ? t('runs.show', { number }) : t('runs.showNamed', { number, name })}
          aria-describedby={details}
          aria-current={chosen}
          onClick={() => store.dispatch({ type: 'view', runId: latest ? null : run.id })}
          className="flex min-w-0 grow items-center gap-2.5 rounded-lg p-1.5 text-left"
        >
          <RunLine row={row} id={details} />
        </button>
        <div className="flex shrink-0 flex-col self-start py-0.5">
          <FavouriteButton run={run} className={actionClass} />
          <RunFile run={run} />
        </div>
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

/** Takes the picture of a run away, or the run from the queue. */
function RunFile({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const command = useCommand();
  const editor = useRoom(mayEdit);
  const { id, number, status, result, wish } = run;
  if (status.kind === 'queued') {
    if (!editor) return null;
    return (
      <IconButton
        label={t('runs.cancel', { number })}
        className={actionClass}
        disabled={wish === 'stop'}
        onClick={() => void command({ type: 'run:stop', runId: id })}
      >
        <X aria-hidden />
      </IconButton>
    );
  }
  if (!result || isActive(status)) return null;
  return (
    <Tip text={t('runs.download', { number })}>
      <a
        href={resultUrl(roomId, id)}
        download
        aria-label={t('runs.download', { number })}
        className={buttonClass('quiet', 'small', actionClass)}
      >
        <Download aria-hidden />
      </a>
    </Tip>
  );
}
