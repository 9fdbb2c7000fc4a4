'use client';

import {
  useEffect,
  useEffectEvent,
  useRef,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { panned, zoomed, type ZoomView } from '../../_lib/zoom-view';
import { cx } from '../ui/cx';

const KEY_PAN = 0.1;
const KEY_ZOOM = 1.5;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [KEY_PAN, 0],
  ArrowRight: [-KEY_PAN, 0],
  ArrowUp: [0, KEY_PAN],
  ArrowDown: [0, -KEY_PAN],
};

interface ZoomFrameProps {
  readonly label: string;
  readonly view: ZoomView;
  readonly onView: (view: ZoomView) => void;
  /** How many pictures stand in it beside each other, each of which the view is of. */
  readonly frames: number;
  readonly className: string;
  readonly children: ReactNode;
}

/** Turns dragging, the wheel and keys into a view of the pictures in it. */
export function ZoomFrame({ label, view, onView, frames, className, children }: ZoomFrameProps) {
  const ref = useRef<HTMLDivElement>(null);

  /** A place in the page, from the middle of the picture that it is on, in parts of its frame. */
  function placeOf({ clientX, clientY }: { clientX: number; clientY: number }): readonly [number, number] {
    const { left, top, width, height } = ref.current!.getBoundingClientRect();
    const x = ((clientX - left) / width) * frames;
    return [(x % 1) - 0.5, (clientY - top) / height - 0.5];
  }

  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    onView(zoomed(view, Math.exp(-event.deltaY / 400), ...placeOf(event)));
  });
  useEffect(() => {
    const element = ref.current!;
    // React's own listener is passive: the page behind would scroll as well.
    const listener = (event: WheelEvent) => onWheel(event);
    element.addEventListener('wheel', listener, { passive: false });
    return () => element.removeEventListener('wheel', listener);
  }, []);

  function drag(event: PointerEvent<HTMLDivElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { clientWidth, clientHeight } = event.currentTarget;
    onView(panned(view, (event.movementX / clientWidth) * frames, event.movementY / clientHeight));
  }

  function press(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const arrow = arrows[event.key];
    const next = arrow
      ? panned(view, ...arrow)
      : event.key === '+' || event.key === '='
        ? zoomed(view, KEY_ZOOM)
        : event.key === '-'
          ? zoomed(view, 1 / KEY_ZOOM)
          : null;
    if (!next) return;
    event.preventDefault();
    onView(next);
  }

  return (
    <div
      ref={ref}
      role="group"
      aria-label={label}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      className={cx(
        className,
        'shrink-0 overflow-hidden rounded-lg',
        // A finger moves the picture where there is more of it, else the page.
        view.zoom > 1 ? 'cursor-grab touch-none active:cursor-grabbing' : 'touch-pan-y',
      )}
    >
      {children}
    </div>
  );
}
