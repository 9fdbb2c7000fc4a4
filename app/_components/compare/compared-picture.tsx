'use client';

import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { pictureOf, runPictureUrl } from '../../_lib/run-picture';
import { useStudio } from '../../_lib/studio-context';
import { transformOf, type ZoomView } from '../../_lib/zoom-view';
import { cx } from '../ui/cx';
import { LivePicture } from './live-picture';

/** A run at one of its iterations or, where that is `null`, as it is now. */
export interface PicturedMoment {
  readonly run: Run;
  readonly iteration: number | null;
}

interface ComparedPictureProps extends PicturedMoment {
  readonly view: ZoomView;
  readonly className: string;
  readonly captionClass: string;
  readonly style?: CSSProperties;
}

export function ComparedPicture({
  run,
  iteration,
  view,
  className,
  captionClass,
  style,
}: ComparedPictureProps) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const picture = pictureOf(run, iteration);
  const src = runPictureUrl(roomId, run, picture);
  const { number } = run;
  const shown = 'iteration' in picture ? picture.iteration : (iteration ?? run.progress.iteration);
  const name = t('compare.picture', { number, iteration: shown });
  return (
    <div
      data-run={run.id}
      className={cx('relative min-w-0 overflow-hidden bg-wall', className)}
      style={style}
    >
      <div className="absolute inset-0" style={{ transform: transformOf(view) }}>
        {src !== null && (
          <img
            src={src}
            alt={picture.kind === 'live' ? '' : name}
            draggable={false}
            className="absolute inset-0 size-full object-contain"
          />
        )}
        {picture.kind === 'live' && <LivePicture run={run} label={name} />}
      </div>
      {picture.kind === 'none' && (
        <p className="absolute inset-0 flex items-center justify-center p-4 text-center text-muted">
          {t('compare.noPicture', { number })}
        </p>
      )}
      <span
        className={cx(
          'pointer-events-none absolute bottom-2 rounded bg-black/60 px-1.5 py-0.5 text-xs text-white tabular-nums',
          captionClass,
        )}
      >
        {t('compare.caption', { number, iteration: shown })}
      </span>
    </div>
  );
}
