'use client';

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isActive, type Run } from '../../../server/protocol/runs';
import { loadBitmap } from '../../_lib/stage-bitmap';
import { pageHand } from '../../_lib/stage-hand';
import { endFade, paintPicture } from '../../_lib/stage-paint';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { inlineResultUrl } from '../../_lib/urls';
import { cx } from '../ui/cx';

interface StageCanvasProps {
  readonly run: Run;
  /** Also how its picture lies in it. */
  readonly className?: string;
  readonly testId?: string;
}

/** Paints a run's frames while it is going, and its kept picture, in full size, once it is not. */
export function StageCanvas({ run, className, testId }: StageCanvasProps) {
  const { t } = useTranslation();
  const { roomId, frames } = useStudio();
  const ref = useRef<HTMLCanvasElement>(null);
  const veil = useRef<HTMLCanvasElement>(null);
  const shown = useRoom((state) =>
    state.frame?.runId === run.id ? state.frame.iteration : run.progress.iteration,
  );
  const going = isActive(run.status);
  const hasResult = run.result !== null;
  const ended = run.progress.iteration;
  // While a run is going its iteration changes with every frame, which must not start anything anew.
  const version = going ? null : ended;

  useEffect(() => {
    const leaving = new AbortController();
    const hand = pageHand();
    let hasStill = false;

    function paint(bitmap: ImageBitmap, iteration: number): void {
      const canvas = ref.current;
      if (!canvas || !veil.current) return;
      paintPicture({ canvas, veil: veil.current }, bitmap, !hand.atWork());
      canvas.dataset.run = run.id;
      canvas.dataset.iteration = String(iteration);
    }

    const unwatch = hand.subscribe(() => veil.current && endFade(veil.current));
    const unsubscribe = frames.subscribe(({ frame, bitmap }) => {
      if (frame.runId === run.id && !hasStill) paint(bitmap, frame.iteration);
    });

    if (version !== null && hasResult) {
      loadBitmap(inlineResultUrl(roomId, run.id, version), leaving.signal).then(
        (still) => {
          hasStill = true;
          try {
            paint(still, version);
          } finally {
            still.close();
          }
        },
        (error: unknown) =>
          leaving.signal.aborted ||
          console.warn('The kept picture could not be shown; the last frame stays.', error),
      );
    }
    return () => {
      leaving.abort();
      unwatch();
      unsubscribe();
    };
  }, [frames, roomId, run.id, version, hasResult]);

  const place = cx('absolute inset-0 size-full', className);
  return (
    <>
      <canvas
        ref={ref}
        data-testid={testId}
        role="img"
        aria-label={t('stage.picture', { number: run.number, iteration: shown })}
        width={0}
        height={0}
        className={place}
      />
      <canvas ref={veil} aria-hidden width={0} height={0} className={cx(place, 'opacity-0')} />
    </>
  );
}
