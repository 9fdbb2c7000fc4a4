'use client';

import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { ZoomStore } from '../../_lib/stage-zoom';
import { transformOf } from '../../_lib/zoom-view';
import { cx } from '../ui/cx';

interface ZoomLayerProps {
  readonly zoom: ZoomStore;
  readonly className?: string;
  readonly children: ReactNode;
}

/** What is moved and zoomed: as large as the picture at zoom 1. Past React, and by nothing but a transform. */
export function ZoomLayer({ zoom, className, children }: ZoomLayerProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const show = () => {
      const { view, step } = zoom.getState();
      const { style } = ref.current!;
      style.transition = step ? 'transform 160ms ease-out' : 'none';
      style.transform = transformOf(view);
    };
    show();
    return zoom.subscribe(show);
  }, [zoom]);
  return (
    <div ref={ref} data-testid="zoom-layer" className={cx('absolute inset-0', className)}>
      {children}
    </div>
  );
}
