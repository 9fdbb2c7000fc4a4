'use client';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createZoom } from '../../_lib/stage-zoom';
import { cx } from '../ui/cx';
import { ComparedPicture, type PicturedMoment } from './compared-picture';
import { Divider } from './divider';
import { ZoomBar } from './zoom-bar';
import { ZoomFrame } from './zoom-frame';

export const layouts = ['beside', 'over'] as const;
export type Layout = (typeof layouts)[number];

interface ComparedPicturesProps {
  readonly layout: Layout;
  readonly first: PicturedMoment;
  readonly second: PicturedMoment;
}

/** Both pictures, each as large as fits its frame, always at the same zoom and the same place. */
export function ComparedPictures({ layout, first, second }: ComparedPicturesProps) {
  const { t } = useTranslation();
  const [zoom] = useState(createZoom);
  const [percent, setPercent] = useState(50);
  const over = layout === 'over';
  return (
    <div className="flex flex-col gap-2">
      {/* In the row of what is compared where there is room for both: a row of its own is a row less of picture. */}
      <ZoomBar zoom={zoom} className="lg:-mt-11 lg:w-fit lg:self-end" />
      <ZoomFrame
        label={t('compare.pictures')}
        zoom={zoom}
        className={cx(
          'h-[45dvh] min-h-56 shrink-0 gap-2 rounded-lg lg:h-[56dvh] xl:h-[60dvh]',
          over ? 'relative' : 'grid max-sm:grid-rows-2 sm:grid-cols-2',
        )}
      >
        <ComparedPicture
          {...second}
          zoom={zoom}
          className={over ? 'absolute inset-0' : 'order-2'}
          captionClass={over ? 'right-2' : 'left-2'}
        />
        <ComparedPicture
          {...first}
          zoom={zoom}
          className={over ? 'absolute inset-0' : 'order-1'}
          captionClass="left-2"
          style={over ? { clipPath: `inset(0 ${100 - percent}% 0 0)` } : undefined}
        />
        {over && <Divider label={t('compare.divider')} percent={percent} onChange={setPercent} />}
      </ZoomFrame>
    </div>
  );
}
