'use client';

import { useEffect, type RefObject } from 'react';
import type { ZoomStore } from '../../_lib/stage-zoom';
import { mayMove, wheelFactor, type Place } from '../../_lib/zoom-view';
import { boxAt, type ZoomBox } from './zoom-place';

const KEY_PAN = 0.1;
const arrows: Readonly<Record<string, Place>> = {
  ArrowLeft: [KEY_PAN, 0],
  ArrowRight: [-KEY_PAN, 0],
  ArrowUp: [0, KEY_PAN],
  ArrowDown: [0, -KEY_PAN],
};
/** From this width on the studio fits the window; below, it is one long page. Tailwind's `lg`, of which the layout is made. */
const ONE_SCREEN = '(min-width: 64rem)';
/** What lies in the frame and answers to the pointer itself. */
const ITSELF = 'a, button, input, select, [data-drags-itself]';

/**
 * Turns the wheel, dragging, two fingers, double clicks and keys in a frame into what is seen of the pictures in it. All of it
 * goes past React: it comes as often as the screen is drawn.
 */
export function useGestures(ref: RefObject<HTMLElement | null>, zoom: ZoomStore): void {
  useEffect(() => {
    const frame = ref.current!;
    const leaving = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      listener: (event: HTMLElementEventMap[K]) => void,
    ) => frame.addEventListener(type, listener, { signal: leaving.signal, passive: false });

    on('wheel', (event) => onWheel(event, frame, zoom));
    on('keydown', (event) => onKeyDown(event, zoom));
    on('dblclick', (event) => {
      if (isForItself(event)) return;
      const box = boxAt(frame, event);
      if (box) zoom.getState().fitOrCloser(box.place(event));
    });
    const hands = holdingHands(frame, zoom);
    on('pointerdown', hands.down);
    on('pointermove', hands.move);
    on('pointerup', hands.up);
    on('pointercancel', hands.up);
    return () => leaving.abort();
  }, [ref, zoom]);
}

const isForItself = ({ target }: Event) => target instanceof Element && target.closest(ITSELF) !== null;

function onWheel(event: WheelEvent, frame: HTMLElement, zoom: ZoomStore): void {
  const { view, zoomBy } = zoom.getState();
  // The wheel is what moves a page that is longer than the window; as everywhere, Ctrl makes it zoom all the same.
  const scrolls = !window.matchMedia(ONE_SCREEN).matches;
  if (scrolls && view.zoom === 1 && !event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const box = boxAt(frame, event);
  if (box) zoomBy(wheelFactor(event), box.place(event));
}

function onKeyDown(event: KeyboardEvent, zoom: ZoomStore): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const { move, zoomIn, zoomOut } = zoom.getState();
  const arrow = arrows[event.key];
  if (arrow) move(...arrow);
  else if (event.key === '+' || event.key === '=') zoomIn();
  else if (event.key === '-') zoomOut();
  else return;
  event.preventDefault();
}

/** One pointer that is down drags; two pinch, each as a finger that keeps to what it is on. */
function holdingHands(frame: HTMLElement, zoom: ZoomStore) {
  const held = new Map<number, PointerEvent>();

  function move(event: PointerEvent): void {
    const before = held.get(event.pointerId);
    if (!before) return;
    held.set(event.pointerId, event);
    const other = [...held.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    const box = boxAt(frame, other ?? before);
    if (!box) return;
    if (other) pinch(box, before, event, other);
    else drag(box, before, event);
  }

  function drag({ width, height }: ZoomBox, before: PointerEvent, now: PointerEvent): void {
    const { view, dragBy } = zoom.getState();
    if (!mayMove(view)) return;
    dragBy((now.clientX - before.clientX) / width, (now.clientY - before.clientY) / height);
  }

  function pinch({ place }: ZoomBox, before: PointerEvent, now: PointerEvent, other: PointerEvent): void {
    zoom.getState().pinch([place(before), place(other)], [place(now), place(other)]);
  }

  return {
    down(event: PointerEvent): void {
      if (event.button !== 0 || isForItself(event)) return;
      held.set(event.pointerId, event);
      frame.setPointerCapture(event.pointerId);
    },
    move,
    up: (event: PointerEvent) => void held.delete(event.pointerId),
  };
}
