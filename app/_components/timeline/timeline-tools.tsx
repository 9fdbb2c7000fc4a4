'use client';

import { Film, GitFork, Share2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import type { Stop } from '../../_lib/moments';
import { ShareBox } from '../people/share-box';
import { TimelineTool } from './timeline-tool';
import { onDemand } from '../ui/on-demand';

const ForkForm = onDemand(() => import('../runs/fork-form').then((module) => module.ForkForm));
const TimeLapseBox = onDemand(() =>
  import('../run-page/time-lapse-box').then((module) => module.TimeLapseBox),
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
  const { iteration, moment } = stop;
  const what = moment === null ? 'run' : 'moment';
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
        {() => <ShareBox runId={run.id} moment={moment} />}
      </TimelineTool>
      {!pinned && (
        <TimelineTool icon={<Film aria-hidden />} name={t('timeline.film', { number: run.number })}>
          {() => <TimeLapseBox run={run} />}
        </TimelineTool>
      )}
    </div>
  );
}
