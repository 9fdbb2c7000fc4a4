'use client';

import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { pictureOf } from '../../_lib/run-picture';
import { runTitle } from '../../_lib/run-title';
import type { ZoomStore } from '../../_lib/stage-zoom';
import { cx } from '../ui/cx';
import { NoPicture, RunPicture } from './run-picture';
import { ZoomLayer } from './zoom-layer';

/** A run at one of its iterations or, where that is `null`, as it is now. */
export interface PicturedMoment {
  readonly run: Run;
  readonly iteration: number | null;
}

interface ComparedPictureProps extends PicturedMoment {
  readonly zoom: ZoomStore;
  readonly className: string;
  readonly captionClass: string;
  readonly style?: CSSProperties;
}

export function ComparedPicture({
  run,
  iteration,
  zoom,
  className,
  captionClass,
  style,
}: ComparedPictureProps) {
  const { t } = useTranslation();
  const picture = pictureOf(run, iteration);
  const name = runTitle(run, t);
  const shown = 'iteration' in picture ? picture.iteration : (iteration ?? run.progress.iteration);
  return (
    <div
      data-run={run.id}
      data-zoom-box
      className={cx('relative min-w-0 overflow-hidden bg-wall', className)}
      style={style}
    >
      <ZoomLayer zoom={zoom}>
        <RunPicture
          run={run}
          picture={picture}
          name={t('compare.picture', { run: name, iteration: shown })}
        />
      </ZoomLayer>
      {picture.kind === 'none' && <NoPicture run={run} />}
      <span
        className={cx(
          'pointer-events-none absolute bottom-2 rounded bg-black/60 px-1.5 py-0.5 text-xs text-white tabular-nums',
          captionClass,
        )}
      >
        {t('compare.caption', { run: name, iteration: shown })}
      </span>
    </div>
  );
}
