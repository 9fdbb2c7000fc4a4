'use client';

import { Film, GitFork, Share2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslation } from 'react-i18next';
import { momentPath, runPath } from '../../../server/protocol/moments';
import type { Run } from '../../../server/protocol/runs';
import type { Stop } from '../../_lib/moments';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { absoluteLink } from '../../_lib/urls';
import { LinkBox } from '../people/link-box';
import { TimelineTool } from './timeline-tool';

const ForkForm = dynamic(() => import('../runs/fork-form').then((module) => module.ForkForm), { ssr: false });
const TimeLapseBox = dynamic(
  () => import('../run-page/time-lapse-box').then((module) => module.TimeLapseBox),
  { ssr: false },
);

interface TimelineToolsProps {
  readonly run: Run;
  /** The one that is looked at. */
  readonly stop: Stop;
  /** Whether the page is the run's own, which has the time-lapse beside it. */
  readonly pinned: boolean;
}

/** What can be done with the moment that is looked at, and with all of them. */
export function TimelineTools({ run, stop, pinned }: TimelineToolsProps) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const origins = useRoom((state) => state.session?.origins) ?? [];
  const { iteration, moment } = stop;
  const what = moment === null ? 'run' : 'moment';
  const path =
    moment === null ? runPath(roomId, run.id) : momentPath(roomId, { runId: run.id, iteration: moment });
  return (
    <div className="flex items-center">
      <TimelineTool icon={<GitFork aria-hidden />} name={t('timeline.fork', { iteration })}>
        {(close) => (
          <>
            <h2 className="font-medium">{t('fork.title')}</h2>
            <ForkForm run={run} wanted={iteration} onDone={close} />
          </>
        )}
      </TimelineTool>
      <TimelineTool
        icon={<Share2 aria-hidden />}
        name={t(`timeline.link.${what}`, { iteration, number: run.number })}
      >
        {() => (
          <LinkBox
            title={t(`timeline.share.${what}Title`)}
            text={t('timeline.share.text')}
            action={t(`timeline.share.${what}Copy`)}
            link={absoluteLink(path, location.origin, origins)}
          />
        )}
      </TimelineTool>
      {!pinned && (
        <TimelineTool icon={<Film aria-hidden />} name={t('timeline.film', { number: run.number })}>
          {() => <TimeLapseBox run={run} />}
        </TimelineTool>
      )}
    </div>
  );
}
