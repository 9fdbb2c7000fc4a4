'use client';

import { useTranslation } from 'react-i18next';
import { roomPath } from '../../../server/protocol/moments';
import type { Run } from '../../../server/protocol/runs';
import { runTitle } from '../../_lib/run-title';
import { useStudio } from '../../_lib/studio-context';
import { FavouriteButton } from '../runs/favourite-button';
import { RenameRunButton } from '../runs/rename-run-button';
import { buttonClass } from '../ui/button';
import { PublishToggle } from './publish-toggle';
import { RoomLink } from './room-link';
import { RunFacts } from './run-facts';
import { RunSettings } from './run-settings';
import { SteeringLog } from './steering-log';
import { TimeLapseBox } from './time-lapse-box';

interface RunDetailsProps {
  readonly run: Run;
  /** Called before the room is opened. */
  readonly onOpenRoom: () => void;
}

/** What there is to know about a run, from its origin to its film. */
export function RunDetails({ run, onOpenRoom }: RunDetailsProps) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  return (
    <div className="flex flex-col gap-6 p-4 sm:p-5">
      <div className="flex flex-col gap-3">
        <div className="flex items-center justify-between gap-3">
          <div className="flex min-w-0 flex-col">
            <div className="flex min-w-0 items-center">
              <h2 className="truncate pr-1 text-lg font-semibold tracking-tight">{runTitle(run, t)}</h2>
              <RenameRunButton run={run} />
              <FavouriteButton run={run} />
            </div>
            {run.name !== null && (
              <p className="text-[0.8125rem] text-muted">{t('runs.numbered', { number: run.number })}</p>
            )}
          </div>
          <RoomLink
            href={roomPath(roomId)}
            onFollow={onOpenRoom}
            className={buttonClass('secondary', 'small')}
          >
            {t('runPage.openRoom')}
          </RoomLink>
        </div>
        <RunFacts run={run} />
      </div>
      <TimeLapseBox run={run} />
      <PublishToggle run={run} />
      <RunSettings run={run} />
      <SteeringLog run={run} />
    </div>
  );
}
