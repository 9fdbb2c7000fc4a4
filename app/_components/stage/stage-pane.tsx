'use client';

import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { useStudio } from '../../_lib/studio-context';
import { ZoomLayer } from '../compare/zoom-layer';

interface StagePaneProps {
  /** Width by height of the picture. */
  readonly aspect: number;
  /** Longer side of the picture in its own pixels; absent in a pane that only goes along with another one. */
  readonly longSide?: number;
  /** What is moved and zoomed. */
  readonly children: ReactNode;
  /** What lies over the place of the whole picture and stays as it is. */
  readonly over?: ReactNode;
}

/** A piece of the wall with a picture on it, as large as fits. */
export function StagePane({ aspect, longSide, children, over }: StagePaneProps) {
  const { view } = useStudio();
  const pane = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useMeasured(pane, box, longSide);
  return (
    <div ref={pane} className="relative min-h-0 min-w-0 overflow-hidden p-3">
      <div className="[container-type:size] flex size-full items-center justify-center">
        <div
          ref={box}
          data-zoom-box
          className="relative"
          style={{ aspectRatio: aspect, width: `min(100cqw, calc(100cqh * ${aspect}))` }}
        >
          <ZoomLayer zoom={view} className="shadow-[0_10px_50px_-12px_rgb(0_0_0/0.55)]">
            {children}
          </ZoomLayer>
          {over}
        </div>
      </div>
    </div>
  );
}

/** Tells the view how much wall there is around the picture, and how large its pixels are. */
function useMeasured(
  pane: RefObject<HTMLElement | null>,
  box: RefObject<HTMLElement | null>,
  longSide: number | undefined,
): void {
  const { view } = useStudio();
  useLayoutEffect(() => {
    if (longSide === undefined) return;
    const measure = () => {
      const { width, height } = box.current!.getBoundingClientRect();
      if (width === 0 || height === 0) return; // not laid out, as on a page that is not shown
      view.getState().measure({
        width: pane.current!.clientWidth / width,
        height: pane.current!.clientHeight / height,
        actual: longSide / (Math.max(width, height) * window.devicePixelRatio),
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(pane.current!);
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, [view, pane, box, longSide]);
}
