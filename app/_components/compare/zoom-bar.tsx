'use client';

import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { memo, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoomStore } from '../../_lib/stage-zoom';
import { cx } from '../ui/cx';
import { IconButton } from '../ui/icon-button';

interface ZoomBarProps {
  readonly zoom: ZoomStore;
  /** Whether the pixels of the picture can be shown one by one; the zoom is told by them then, and else by what fits. */
  readonly pixels?: boolean;
  readonly className?: string;
}

export const ZoomBar = memo(function ZoomBar({ zoom, pixels = false, className }: ZoomBarProps) {
  const { t } = useTranslation();
  const { fit, actualSize, zoomIn, zoomOut } = zoom.getState();
  return (
    <div role="group" aria-label={t('zoom.label')} className={cx('flex items-center', className)}>
      <IconButton label={t('zoom.out')} onClick={zoomOut}>
        <ZoomOut aria-hidden />
      </IconButton>
      <Percent zoom={zoom} />
      <IconButton label={t('zoom.in')} onClick={zoomIn}>
        <ZoomIn aria-hidden />
      </IconButton>
      <IconButton label={t('zoom.fit')} onClick={fit}>
        <Maximize aria-hidden />
      </IconButton>
      {pixels && (
        <IconButton
          label={t('zoom.actual')}
          onClick={() => actualSize()}
          className="font-mono text-xs! tracking-tighter"
        >
          {t('zoom.actualShort')}
        </IconButton>
      )}
    </div>
  );
});

/** Past React, since it changes with every turn of the wheel. */
function Percent({ zoom }: { readonly zoom: ZoomStore }) {
  const { t } = useTranslation();
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const show = () => {
      const { view, bounds } = zoom.getState();
      ref.current!.textContent = t('zoom.percent', {
        percent: Math.round((view.zoom / (bounds.actual ?? 1)) * 100),
      });
    };
    show();
    return zoom.subscribe(show);
  }, [zoom, t]);
  return <span ref={ref} className="min-w-11 text-center text-xs text-muted tabular-nums" />;
}
