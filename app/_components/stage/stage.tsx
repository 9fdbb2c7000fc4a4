'use client';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isActive } from '../../../server/protocol/runs';
import { aspectOf, latestRun, mayEdit, shownRun } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { pictureUrl } from '../../_lib/urls';
import { useDropImages } from '../../_lib/use-drop-images';
import { Cursors } from '../presence/cursors';
import { FollowingNote } from '../presence/following-note';
import { Button } from '../ui/button';
import { CompareSlider } from './compare-slider';
import { EmptyStage } from './empty-stage';
import { StageCanvas } from './stage-canvas';
import { StageTools } from './stage-tools';

const BEFORE_SIDE_PX = 1024;

/** The wall with the picture on it, as large as fits. */
export function Stage() {
  const { t } = useTranslation();
  const { roomId, store, intake } = useStudio();
  const room = useRoom((state) => state.room);
  const run = useRoom(shownRun);
  const latest = useRoom(latestRun);
  const [comparing, setComparing] = useState(false);
  const editor = useRoom(mayEdit);
  const wanted = room?.setup.content ? 'style' : 'content';
  const drop = useDropImages((files) => void intake.take(wanted, files), !editor);
  const picture = run?.content ?? room?.setup.content;
  if (!room) return null;

  const elsewhere = run && run.id !== latest?.id;
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
            <StageCanvas key={run.id} run={run} />
            {isActive(run.status) && <WaitingNote runId={run.id} />}
            {comparing && <CompareSlider src={pictureUrl(roomId, run.content, BEFORE_SIDE_PX)} />}
            <Cursors />
          </div>
        )}
      </div>
      <FollowingNote />
      {run && <StageTools run={run} comparing={comparing} onCompare={setComparing} />}
      {elsewhere && (
        <Button
          look="primary"
          size="small"
          className="absolute top-4 left-1/2 -translate-x-1/2 shadow-lg"
          onClick={() => store.dispatch({ type: 'view', runId: null })}
        >
          {latest && isActive(latest.status) ? t('stage.live') : t('stage.latest')}
        </Button>
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
