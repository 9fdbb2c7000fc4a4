'use client';

import { Globe } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../_lib/format';
import { runStateText } from '../../_lib/run-state';
import { runTitle } from '../../_lib/run-title';
import type { RunRow } from '../../_lib/run-tree';
import { useRoom } from '../../_lib/studio-context';
import { RunOrigin } from './run-origin';
import { RunThumbnail } from './run-thumbnail';

interface RunLineProps {
  readonly row: RunRow;
  /** Of the text, to describe what it is in. */
  readonly id: string;
}

/** A run at a glance: its picture, what it is called and does, where it comes from, and who started it when. */
export function RunLine({ row, id }: RunLineProps) {
  const { run, parent } = row;
  const { t } = useTranslation();
  const starter = useRoom((state) => state.room?.members.find((member) => member.id === run.startedBy)?.name);
  const { name, number, status } = run;
  return (
    <>
      <RunThumbnail run={run} />
      <span id={id} className="flex min-w-0 grow flex-col">
        <span className="flex items-center gap-1.5 text-[0.8125rem]">
          <span className="truncate font-medium">{runTitle(run, t)}</span>
          {run.published && (
            <span
              role="img"
              aria-label={t('runs.published')}
              title={t('runs.published')}
              className="text-good"
            >
              <Globe aria-hidden className="size-3 shrink-0" />
            </span>
          )}
        </span>
        <span
          className={
            status.kind === 'failed' ? 'line-clamp-3 text-xs text-danger' : 'line-clamp-3 text-xs text-muted'
          }
        >
          {name !== null && `${t('runs.numbered', { number })} · `}
          {runStateText(run, t)}
        </span>
        {run.parent && <RunOrigin run={run} from={run.parent} parent={parent} />}
        <span className="truncate text-xs text-muted">
          {formatMoment(run.createdAt, new Date())}
          {starter && ` ${t('runs.by', { name: starter })}`}
        </span>
      </span>
    </>
  );
}
