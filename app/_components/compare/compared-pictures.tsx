'use client';

import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WHOLE_VIEW, zoomed } from '../../_lib/zoom-view';
import { IconButton } from '../ui/icon-button';
import { cx } from '../ui/cx';
import { ComparedPicture, type PicturedMoment } from './compared-picture';
import { Divider } from './divider';
import { ZoomFrame } from './zoom-frame';

export const layouts = ['beside', 'over'] as const;
export type Layout = (typeof layouts)[number];

const STEP = 1.5;

interface ComparedPicturesProps {
  readonly layout: Layout;
  readonly first: PicturedMoment;
  readonly second: PicturedMoment;
}

/** Both pictures, each as large as fits its frame, always at the same zoom and the same place. */
export function ComparedPictures({ layout, first, second }: ComparedPicturesProps) {
  const { t } = useTranslation();
  const [view, setView] = useState(WHOLE_VIEW);
  const [percent, setPercent] = useState(50);
  const over = layout === 'over';
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-1">
        <IconButton label={t('compare.zoomOut')} onClick={() => setView(zoomed(view, 1 / STEP))}>
          <ZoomOut aria-hidden />
        </IconButton>
        <IconButton label={t('compare.zoomIn')} onClick={() => setView(zoomed(view, STEP))}>
          <ZoomIn aria-hidden />
        </IconButton>
        <IconButton label={t('compare.fit')} onClick={() => setView(WHOLE_VIEW)}>
          <Maximize aria-hidden />
        </IconButton>
        <span className="text-xs text-muted tabular-nums">
          {t('compare.zoom', { percent: Math.round(view.zoom * 100) })}
        </span>
      </div>
      <ZoomFrame
        label={t('compare.pictures')}
        view={view}
        onView={setView}
        frames={over ? 1 : 2}
        className={cx('h-[45dvh] min-h-56 gap-2 lg:h-[56dvh]', over ? 'relative' : 'grid grid-cols-2')}
      >
        <ComparedPicture
          {...second}
          view={view}
          className={over ? 'absolute inset-0' : 'order-2'}
          captionClass={over ? 'right-2' : 'left-2'}
        />
        <ComparedPicture
          {...first}
          view={view}
          className={over ? 'absolute inset-0' : 'order-1'}
          captionClass="left-2"
          style={over ? { clipPath: `inset(0 ${100 - percent}% 0 0)` } : undefined}
        />
        {over && <Divider percent={percent} onChange={setPercent} />}
      </ZoomFrame>
    </div>
  );
}
