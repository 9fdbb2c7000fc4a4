'use client';

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isActive, type Run } from '../../../server/protocol/runs';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { inlineResultUrl } from '../../_lib/urls';

interface StageCanvasProps {
  readonly run: Run;
}

/** Paints a run's frames while it is going, and its kept picture, in full size, once it is not. */
export function StageCanvas({ run }: StageCanvasProps) {
  const { t } = useTranslation();
  const { roomId, frames } = useStudio();
  const ref = useRef<HTMLCanvasElement>(null);
  const shown = useRoom((state) =>
    state.frame?.runId === run.id ? state.frame.iteration : run.progress.iteration,
  );
  const going = isActive(run.status);
  const hasResult = run.result !== null;
  const ended = run.progress.iteration;
  // While a run is going its iteration changes with every frame, which must not start anything anew.
  const version = going ? null : ended;

  useEffect(() => {
    let stopped = false;
    let hasStill = false;

    function paint(source: CanvasImageSource, width: number, height: number, iteration: number): void {
      const canvas = ref.current;
      const context = canvas?.getContext('2d');
      if (!canvas || !context) return;
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
      }
      context.drawImage(source, 0, 0, width, height);
      canvas.dataset.run = run.id;
      canvas.dataset.iteration = String(iteration);
    }

    const unsubscribe = frames.subscribe(({ frame, bitmap }) => {
      if (frame.runId !== run.id || hasStill) return;
      paint(bitmap, bitmap.width, bitmap.height, frame.iteration);
    });

    if (version !== null && hasResult) {
      const still = new Image();
      still.src = inlineResultUrl(roomId, run.id, version);
      still.decode().then(
        () => {
          if (stopped) return;
          hasStill = true;
          paint(still, still.naturalWidth, still.naturalHeight, version);
        },
        (error: unknown) =>
          stopped || console.warn('The kept picture could not be shown; the last frame stays.', error),
      );
    }
    return () => {
      stopped = true;
      unsubscribe();
    };
  }, [frames, roomId, run.id, version, hasResult]);

  return (
    <canvas
      ref={ref}
      data-testid="stage"
      role="img"
      aria-label={t('stage.picture', { number: run.number, iteration: shown })}
      width={0}
      height={0}
      className="absolute inset-0 size-full"
    />
  );
}
