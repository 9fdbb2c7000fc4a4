'use client';

import { useEffect, type RefObject } from 'react';
import { useStudio } from '../../_lib/studio-context';
import { placeOnPicture } from '../../_lib/zoom-view';
import { boxAt, frameOf } from '../compare/zoom-place';

/** Steps in which a place on the picture is told: finer than a pixel of any screen. */
const STEPS = 10_000;

/**
 * Tells the others where on the picture this browser points, whatever it sees of it.
 * @param overlay lies in the frame through which the picture is looked at
 */
export function usePointing(overlay: RefObject<HTMLElement | null>): void {
  const { attention, view } = useStudio();
  useEffect(() => {
    const element = overlay.current && frameOf(overlay.current);
    if (!element) return;
    let last: PointerEvent | null = null;

    function tell(): void {
      if (!last) return;
      const box = boxAt(element!, last);
      if (!box) return;
      const [x, y] = placeOnPicture(view.getState().view, box.place(last));
      const beside = Math.abs(x) > 0.5 || Math.abs(y) > 0.5;
      attention.point(beside && last.buttons === 0 ? null : { x: fraction(x), y: fraction(y) });
    }
    const move = (event: Event) => {
      last = event as PointerEvent;
      tell();
    };
    const leave = () => {
      last = null;
      attention.point(null);
    };
    const hide = () => {
      if (document.hidden) leave();
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerleave', leave);
    document.addEventListener('visibilitychange', hide);
    // A pointer that rests is over another place as soon as the picture moves under it.
    const unsubscribe = view.subscribe(tell);
    return () => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerleave', leave);
      document.removeEventListener('visibilitychange', hide);
      unsubscribe();
      leave();
    };
  }, [overlay, attention, view]);
}

/** A held pointer is told also when it has left the picture: at its border then. @param place from the picture's middle */
function fraction(place: number): number {
  return Math.round(Math.min(Math.max(place + 0.5, 0), 1) * STEPS) / STEPS;
}
