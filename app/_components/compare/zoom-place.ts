import type { Place } from '../../_lib/zoom-view';

/** Through which pictures are looked at. */
const FRAME = '[data-zoom-frame]';
/** In it, what has, and keeps, the size and place of a picture at zoom 1. */
const BOX = '[data-zoom-box]';

/** A picture at zoom 1 in the window, in CSS pixels. */
export interface ZoomBox {
  readonly place: (point: ClientPoint) => Place;
  readonly width: number;
  readonly height: number;
}

interface ClientPoint {
  readonly clientX: number;
  readonly clientY: number;
}

/** The frame that an element is in. */
export const frameOf = (element: Element): Element | null => element.closest(FRAME);

/** The picture that is nearest to a point of the window; `null` where there is none. */
export function boxAt(frame: Element, { clientX, clientY }: ClientPoint): ZoomBox | null {
  let nearest: DOMRect | null = null;
  let least = Infinity;
  for (const element of frame.querySelectorAll(BOX)) {
    const box = element.getBoundingClientRect();
    const [x, y] = middleOf(box);
    const distance = Math.hypot(clientX - x, clientY - y);
    if (box.width > 0 && box.height > 0 && distance < least) [nearest, least] = [box, distance];
  }
  if (!nearest) return null;
  const [x, y] = middleOf(nearest);
  const { width, height } = nearest;
  return { place: (point) => [(point.clientX - x) / width, (point.clientY - y) / height], width, height };
}

const middleOf = ({ left, top, width, height }: DOMRect) => [left + width / 2, top + height / 2] as const;
