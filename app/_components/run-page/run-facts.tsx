'use client';

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { momentPath, runPath } from '../../../server/protocol/moments';
import type { Run } from '../../../server/protocol/runs';
import { formatDuration, formatMoment } from '../../_lib/format';
import { runTitle } from '../../_lib/run-title';
import { runsOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { RoomLink } from './room-link';

const linkClass = 'rounded-sm text-accent underline underline-offset-2';

/** Who started a run, when, with what, and which runs it comes from and has led to. */
export function RunFacts({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const starter = useRoom((state) => state.room?.members.find(({ id }) => id === run.startedBy)?.name);
  const runs = useRoom(runsOf);
  const { parent } = run;
  const parentRun = parent && runs.find(({ id }) => id === parent.runId);
  const children = runs.filter((other) => other.parent?.runId === run.id);
  const seconds = run.endedAt === null ? null : (run.endedAt - run.createdAt) / 1000;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-[0.8125rem]">
      <Fact name={t('runPage.started')}>
        {formatMoment(run.createdAt, new Date())}
        {starter && ` ${t('runs.by', { name: starter })}`}
      </Fact>
      {seconds !== null && <Fact name={t('runPage.took')}>{formatDuration(seconds, t)}</Fact>}
      {run.engine && <Fact name={t('runPage.engine')}>{run.engine}</Fact>}
      {run.result && (
        <Fact name={t('runPage.picture')}>
          {t('runPage.pixels', { width: run.result.width, height: run.result.height })}
        </Fact>
      )}
      {parent && (
        <Fact name={t('runPage.parent')}>
          {parentRun ? (
            <RoomLink href={momentPath(roomId, parent)} className={linkClass}>
              {t('runPage.parentAt', { title: runTitle(parentRun, t), iteration: parent.iteration })}
            </RoomLink>
          ) : (
            t('runPage.parentGone', { iteration: parent.iteration })
          )}
        </Fact>
      )}
      {children.length > 0 && (
        <Fact name={t('runPage.children')}>
          <ul className="flex flex-wrap gap-x-3">
            {children.map((child) => (
              <li key={child.id}>
                <RoomLink href={runPath(roomId, child.id)} className={linkClass}>
                  {runTitle(child, t)}
                </RoomLink>{' '}
                <span className="text-muted">
                  {t('runPage.childFrom', { iteration: child.parent!.iteration })}
                </span>
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}
