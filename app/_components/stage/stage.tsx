'use client';

import { useTranslation } from 'react-i18next';
import { shownMoment } from '../../_lib/moments';
import { aspectOf, mayEdit, shownRun } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { useDropImages } from '../../_lib/use-drop-images';
import { wellFor } from '../../_lib/well-for';
import { cx } from '../ui/cx';
import { later } from '../ui/later';
import { EmptyStage } from './empty-stage';
import { MomentBadge } from './moment-badge';
import { StagePictures } from './stage-pictures';

const FollowingNote = later(() =>
  import('../presence/following-note').then((module) => module.FollowingNote),
);
const StageCompareBar = later(() => import('./stage-compare-bar').then((module) => module.StageCompareBar));
const StageTools = later(() => import('./stage-tools').then((module) => module.StageTools));
const ZoomBar = later(() => import('../compare/zoom-bar').then((module) => module.ZoomBar));

const bar = 'pointer-events-auto rounded-lg md:bg-panel/90 md:p-0.5 md:shadow-lg md:backdrop-blur-sm';
/** A mouse that is elsewhere leaves the picture to itself; a finger is nowhere before it is needed. */
const onApproach =
  'transition-opacity md:pointer-fine:opacity-0 md:pointer-fine:group-focus-within/stage:opacity-100 md:pointer-fine:group-hover/stage:opacity-100';

interface StageProps {
  /** Whether the page is that of one run: nothing leads from it to another, and no pictures are dropped on it. */
  readonly pinned?: boolean;
}

/** The wall with the picture on it, and what is done with what is seen of it. */
export function Stage({ pinned = false }: StageProps) {
  const { t } = useTranslation();
  const { intake, view } = useStudio();
  const room = useRoom((state) => state.room);
  const run = useRoom(shownRun);
  const moment = useRoom(shownMoment);
  const editor = useRoom(mayEdit);
  const drop = useDropImages(
    (files) => void intake.take(wellFor(room?.setup, undefined), files),
    !editor || pinned,
  );
  if (!room) return null;

  return (
    <div
      {...drop.handlers}
      className="group/stage @container/wall relative flex flex-col overflow-hidden bg-wall lg:min-h-0 lg:grow"
    >
      <div className="relative h-[min(100vw,56dvh)] lg:h-auto lg:min-h-0 lg:grow">
        {run ? (
          <>
            <StagePictures run={run} moment={moment} aspect={aspectOf(room, run.content)} />
            <MomentBadge run={run} moment={moment} pinned={pinned} />
          </>
        ) : (
          <div className="flex size-full items-center justify-center p-3 sm:p-5">
            <EmptyStage />
          </div>
        )}
      </div>
      {/* Over the wall, in the corners; below it on a phone, where the picture takes all of the wall. */}
      <div className="flex flex-wrap items-center gap-x-1 gap-y-1.5 px-2 not-empty:pb-1.5 md:contents">
        {run && (
          <StageTools
            runId={run.id}
            number={run.number}
            result={run.result}
            moment={moment}
            pinned={pinned}
          />
        )}
        <div className="contents md:pointer-events-none md:absolute md:inset-x-3 md:bottom-3 md:flex md:flex-wrap-reverse md:items-center md:gap-2">
          <FollowingNote />
          {run && (
            <>
              <StageCompareBar run={run} className={cx(bar, 'flex min-w-0 items-center gap-1.5')} />
              <ZoomBar zoom={view} pixels className={cx(bar, onApproach, 'ml-auto')} />
            </>
          )}
        </div>
      </div>
      {drop.over && (
        <div className="pointer-events-none absolute inset-3 flex items-center justify-center rounded-xl border-2 border-dashed border-accent bg-ground/80 font-medium">
          {t('images.dropHere')}
        </div>
      )}
    </div>
  );
}
