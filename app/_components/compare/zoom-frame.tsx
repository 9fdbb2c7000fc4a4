'use client';

import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { ZoomStore } from '../../_lib/stage-zoom';
import { mayMove } from '../../_lib/zoom-view';
import { cx } from '../ui/cx';
import { useGestures } from './use-gestures';

interface ZoomFrameProps {
  readonly label: string;
  readonly zoom: ZoomStore;
  readonly className: string;
  /** Pictures beside or over each other, all of which are looked at in the same way. */
  readonly children: ReactNode;
}

/** Through which pictures are looked at, and in which hands and keys move and zoom them. */
export function ZoomFrame({ label, zoom, className, children }: ZoomFrameProps) {
  const ref = useRef<HTMLDivElement>(null);
  useGestures(ref, zoom);

  useLayoutEffect(() => {
    const show = () => {
      ref.current!.toggleAttribute('data-movable', mayMove(zoom.getState().view));
    };
    show();
    return zoom.subscribe(show);
  }, [zoom]);

  return (
    <div
      ref={ref}
      data-zoom-frame
      role="group"
      aria-label={label}
      tabIndex={0}
      className={cx(
        'overflow-hidden select-none focus-visible:-outline-offset-2',
        // A finger moves the picture where there is more of it, else the page.
        'touch-pan-y data-movable:cursor-grab data-movable:touch-none data-movable:active:cursor-grabbing',
        className,
      )}
    >
      {children}
    </div>
  );
}
