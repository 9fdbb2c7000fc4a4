'use client';

import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { isActive, type Run } from '../../../server/protocol/runs';
import { betterStacked } from '../../_lib/stage-layout';
import { useRoom, useStageView, useStudio } from '../../_lib/studio-context';
import { pictureUrl } from '../../_lib/urls';
import { ZoomFrame } from '../compare/zoom-frame';
import { Cursors } from '../presence/cursors';
import { cx } from '../ui/cx';
import { later } from '../ui/later';
import { MomentPicture } from './moment-picture';
import { StageCanvas } from './stage-canvas';
import { PHOTOGRAPH_SIDE_PX, StageOther } from './stage-other';
import { StagePane } from './stage-pane';

const CompareSlider = later(() => import('./compare-slider').then((module) => module.CompareSlider));

interface StagePicturesProps {
  readonly run: Run;
  /** The one that is shown; `null` at the newest frame or the result. */
  readonly moment: number | null;
  /** Width by height of the run's picture. */
  readonly aspect: number;
}

/** The picture of a run, alone or with what it is compared with. */
export function StagePictures({ run, moment, aspect }: StagePicturesProps) {
  const { t } = useTranslation();
  const { roomId, view } = useStudio();
  const compare = useStageView((state) => state.compare);
  const wall = useRef<HTMLDivElement>(null);
  const stacked = useStacked(wall, aspect);
  const [failed, setFailed] = useState<number | null>(null);
  const side = compare === 'side';
  const { width, height } = run.result ?? { width: run.settings.size, height: 0 };

  return (
    <div ref={wall} className="absolute inset-0">
      <ZoomFrame
        label={t('stage.view')}
        zoom={view}
        className={cx('grid size-full gap-px', side && (stacked ? 'grid-rows-2' : 'grid-cols-2'))}
      >
        {side && (
          <StagePane aspect={aspect}>
            <StageOther run={run} />
          </StagePane>
        )}
        <StagePane
          aspect={aspect}
          longSide={Math.max(width, height)}
          over={
            <>
              {compare === 'slider' && (
                <CompareSlider>
                  <StageOther run={run} />
                </CompareSlider>
              )}
              {moment === null && isActive(run.status) && <WaitingNote run={run} />}
              {moment !== null && failed === moment && (
                <Note role="alert">{t('timeline.failed', { iteration: moment })}</Note>
              )}
              <Cursors />
            </>
          }
        >
          <img
            src={pictureUrl(roomId, run.content, PHOTOGRAPH_SIDE_PX)}
            alt=""
            draggable={false}
            className="absolute inset-0 size-full object-fill opacity-40"
          />
          <div aria-hidden={moment !== null} className="contents">
            <StageCanvas key={run.id} run={run} testId="stage" />
          </div>
          {moment !== null && (
            <MomentPicture
              key={run.id}
              run={run}
              iteration={moment}
              onShown={(lost) => setFailed(lost ? moment : null)}
            />
          )}
        </StagePane>
      </ZoomFrame>
    </div>
  );
}

/** Until the first frame of a run is there. */
function WaitingNote({ run: { id, status } }: { readonly run: Run }) {
  const { t } = useTranslation();
  const waiting = useRoom((state) => state.frame?.runId !== id);
  return waiting && <Note>{t(status.kind === 'queued' ? 'stage.queued' : 'stage.waiting')}</Note>;
}

function Note({ role, children }: { readonly role?: 'alert'; readonly children: string }) {
  return (
    <p
      role={role}
      className="pointer-events-none absolute inset-x-0 bottom-4 px-4 text-center text-[0.8125rem]"
    >
      <span className="rounded-full bg-ground/85 px-3 py-1.5">{children}</span>
    </p>
  );
}

/** Whether two pictures of this shape are larger one above the other than beside each other. */
function useStacked(wall: RefObject<HTMLElement | null>, aspect: number): boolean {
  const [stacked, setStacked] = useState(false);
  useLayoutEffect(() => {
    const measure = () => {
      const { clientWidth, clientHeight } = wall.current!;
      setStacked(betterStacked(clientWidth, clientHeight, aspect));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(wall.current!);
    return () => observer.disconnect();
  }, [wall, aspect]);
  return stacked;
}
