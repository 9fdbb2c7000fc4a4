'use client';

import { useTranslation } from 'react-i18next';
import { isActive, type Run } from '../../../server/protocol/runs';
import { latestRun } from '../../_lib/room-selectors';
import { runTitle } from '../../_lib/run-title';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Button } from '../ui/button';
import { later } from '../ui/later';

const ForkButton = later(() => import('../runs/fork-button').then((module) => module.ForkButton));

interface MomentBadgeProps {
  readonly run: Run;
  /** The one that is shown; `null` at the newest frame or the result. */
  readonly moment: number | null;
  /** Whether the page is about this run alone, so that the way back leads to it and not to the latest one. */
  readonly pinned: boolean;
}

/** Says that what is on the stage is not what is going on, and leads back. */
export function MomentBadge({ run, moment, pinned }: MomentBadgeProps) {
  const { t } = useTranslation();
  const { store } = useStudio();
  const latest = useRoom(latestRun);
  const lookedBack = useRoom((state) => state.moment !== null);
  const goal = pinned ? run : latest;
  const away = goal && (goal.id !== run.id || lookedBack);
  if (moment === null && !away) return null;
  const back = () => store.dispatch({ type: 'view', runId: pinned ? run.id : null });
  return (
    <div className="pointer-events-none absolute inset-x-3 top-3 flex justify-start @3xl/wall:inset-x-24 @3xl/wall:justify-center">
      <div className="pointer-events-auto flex flex-wrap items-center justify-center gap-x-2 gap-y-1 rounded-lg bg-panel/90 p-1 shadow-lg backdrop-blur-sm md:@max-3xl/wall:mr-11">
        {moment !== null && (
          <span data-testid="moment-badge" className="px-2 text-[0.8125rem] font-medium tabular-nums">
            {t('timeline.badge', {
              iteration: moment,
              total: run.progress.totalIterations,
              run: runTitle(run, t),
            })}
          </span>
        )}
        {moment !== null && (
          <span className="contents @max-xl/wall:hidden">
            <ForkButton moment={{ runId: run.id, iteration: moment }} />
          </span>
        )}
        {away && (
          <Button look="primary" size="small" onClick={back}>
            {t(wayBack(goal, run))}
          </Button>
        )}
      </div>
    </div>
  );
}

function wayBack(goal: Run, from: Run) {
  if (isActive(goal.status)) return 'stage.live';
  return goal.id === from.id ? 'timeline.backToResult' : 'stage.latest';
}
