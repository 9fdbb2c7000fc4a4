'use client';

import { useEffect, type RefObject } from 'react';
import { useStudio } from '../../_lib/studio-context';

/** Steps in which a place on the picture is told: finer than a pixel of any screen. */
const STEPS = 10_000;

/** Tells the others where on the picture under `overlay`, which fills it, this browser points. */
export function usePointing(overlay: RefObject<HTMLElement | null>): void {
  const { attention } = useStudio();
  useEffect(() => {
    const picture = overlay.current?.parentElement;
    if (!picture) return;
    const leave = () => attention.point(null);
    const move = ({ clientX, clientY }: PointerEvent) => {
      const { left, top, width, height } = picture.getBoundingClientRect();
      attention.point({ x: fraction(clientX - left, width), y: fraction(clientY - top, height) });
    };
    const hide = () => {
      if (document.hidden) leave();
    };
    picture.addEventListener('pointermove', move);
    picture.addEventListener('pointerleave', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      picture.removeEventListener('pointermove', move);
      picture.removeEventListener('pointerleave', leave);
      document.removeEventListener('visibilitychange', hide);
      leave();
    };
  }, [overlay, attention]);
}

/** A held pointer is told also when it has left the picture: at its border then. */
function fraction(offset: number, side: number): number {
  return side > 0 ? Math.round(Math.min(Math.max(offset / side, 0), 1) * STEPS) / STEPS : 0;
}
