'use client';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isActive } from '../../../server/protocol/runs';
import { shownMoment } from '../../_lib/moments';
import { aspectOf, mayEdit, shownRun } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { pictureUrl } from '../../_lib/urls';
import { useDropImages } from '../../_lib/use-drop-images';
import { later } from '../ui/later';
import { EmptyStage } from './empty-stage';
import { MomentBadge } from './moment-badge';
import { StageCanvas } from './stage-canvas';

const CompareSlider = later(() => import('./compare-slider').then((module) => module.CompareSlider));
const Cursors = later(() => import('../presence/cursors').then((module) => module.Cursors));
const FollowingNote = later(() =>
  import('../presence/following-note').then((module) => module.FollowingNote),
);
const MomentPicture = later(() => import('./moment-picture').then((module) => module.MomentPicture));
const StageTools = later(() => import('./stage-tools').then((module) => module.StageTools));

const BEFORE_SIDE_PX = 1024;

interface StageProps {
  /** Whether the page is that of one run: nothing leads from it to another, and no pictures are dropped on it. */
  readonly pinned?: boolean;
}

/** The wall with the picture on it, as large as fits. */
export function Stage({ pinned = false }: StageProps) {
  const { t } = useTranslation();
  const { roomId, intake } = useStudio();
  const room = useRoom((state) => state.room);
  const run = useRoom(shownRun);
  const moment = useRoom(shownMoment);
  const [comparing, setComparing] = useState(false);
  const editor = useRoom(mayEdit);
  const wanted = room?.setup.content ? 'style' : 'content';
  const drop = useDropImages((files) => void intake.take(wanted, files), !editor || pinned);
  const picture = run?.content ?? room?.setup.content;
  if (!room) return null;

  const aspect = picture ? aspectOf(room, picture) : 1;

  return (
    <div
      {...drop.handlers}
      className="relative h-[min(100vw,56dvh)] overflow-hidden bg-wall p-3 sm:p-5 lg:h-auto lg:min-h-0 lg:grow"
    >
      <div className="[container-type:size] flex size-full items-center justify-center">
        {!run && <EmptyStage />}
        {run && (
          <div
            className="relative overflow-hidden rounded-sm shadow-[0_10px_50px_-12px_rgb(0_0_0/0.55)]"
            style={{ aspectRatio: aspect, width: `min(100cqw, calc(100cqh * ${aspect}))` }}
          >
            <img
              src={pictureUrl(roomId, run.content, BEFORE_SIDE_PX)}
              alt=""
              className="absolute inset-0 size-full object-fill opacity-40"
            />
            <div aria-hidden={moment !== null} className="contents">
              <StageCanvas key={run.id} run={run} />
            </div>
            {isActive(run.status) && moment === null && <WaitingNote runId={run.id} />}
            {moment !== null && <MomentPicture key={`moment ${run.id}`} run={run} iteration={moment} />}
            {comparing && <CompareSlider src={pictureUrl(roomId, run.content, BEFORE_SIDE_PX)} />}
            <Cursors />
          </div>
        )}
      </div>
      <FollowingNote />
      {run && <MomentBadge run={run} moment={moment} pinned={pinned} />}
      {run && (
        <StageTools
          run={run}
          moment={moment}
          pinned={pinned}
          comparing={comparing}
          onCompare={setComparing}
        />
      )}
      {drop.over && (
        <div className="pointer-events-none absolute inset-3 flex items-center justify-center rounded-xl border-2 border-dashed border-accent bg-ground/80 font-medium">
          {t('images.dropHere')}
        </div>
      )}
    </div>
  );
}

/** Until the first frame of a run is there. */
function WaitingNote({ runId }: { readonly runId: string }) {
  const { t } = useTranslation();
  const waiting = useRoom((state) => state.frame?.runId !== runId);
  if (!waiting) return null;
  return (
    <p className="absolute inset-x-0 bottom-4 px-4 text-center text-[0.8125rem]">
      <span className="rounded-full bg-ground/85 px-3 py-1.5">{t('stage.waiting')}</span>
    </p>
  );
}
