'use client';

import { useRef, useState, type CSSProperties, type PointerEvent, type RefObject } from 'react';
import { placeAt } from '../../_lib/reorder';

interface Drag {
  /** Of the list in which it began. */
  readonly order: string;
  readonly from: number;
  readonly to: number;
  /** How far the pointer has come, in CSS pixels. */
  readonly by: number;
  /** What the others give way by. */
  readonly height: number;
}

/** What a drag began with. */
interface Start {
  readonly order: string;
  readonly y: number;
  readonly boxes: readonly { readonly start: number; readonly length: number }[];
}

export interface Reorder {
  readonly list: RefObject<HTMLUListElement | null>;
  /** Where an item is shown while one is being dragged. */
  styleOf(index: number): CSSProperties | undefined;
  isDragged(index: number): boolean;
  /** For the handle by which an item is dragged. */
  handlers(index: number): {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(): void;
    onPointerCancel(): void;
  };
}

/**
 * Dragging the items of a list into another order, by mouse or touch. It ends where the list changes meanwhile: places of the
 * old one would mean other items.
 * @param order another one for another list
 * @param onMove resolves once the list is in the new order, or stays as it is
 */
export function useReorder(order: string, onMove: (from: number, to: number) => Promise<unknown>): Reorder {
  const list = useRef<HTMLUListElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  if (drag && drag.order !== order) setDrag(null);
  const start = useRef<Start | null>(null);

  function shift(index: number): number {
    if (!drag) return 0;
    const { from, to, by, height } = drag;
    if (index === from) return by;
    if (index > from && index <= to) return -height;
    return index >= to && index < from ? height : 0;
  }

  return {
    list,
    isDragged: (index) => drag?.from === index,
    styleOf(index) {
      if (!drag) return undefined;
      const dragged = index === drag.from;
      return {
        transform: `translateY(${shift(index)}px)`,
        transition: dragged ? undefined : 'transform 150ms',
        zIndex: dragged ? 1 : undefined,
        position: 'relative',
      };
    },
    handlers: (index) => ({
      onPointerDown(event) {
        if (event.button !== 0 || !list.current) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const boxes = [...list.current.children].map((child) => {
          const { top, height } = child.getBoundingClientRect();
          return { start: top, length: height };
        });
        start.current = { order, y: event.clientY, boxes };
      },
      onPointerMove(event) {
        if (start.current?.order !== order) return;
        const { y, boxes } = start.current;
        const own = boxes[index]!;
        const gap = boxes.length > 1 ? boxes[1]!.start - boxes[0]!.start - boxes[0]!.length : 0;
        setDrag({
          order,
          from: index,
          to: placeAt(boxes, index, event.clientY),
          by: event.clientY - y,
          height: own.length + gap,
        });
      },
      onPointerUp() {
        start.current = null;
        if (!drag) return;
        if (drag.to === drag.from) setDrag(null);
        else void onMove(drag.from, drag.to).finally(() => setDrag(null));
      },
      onPointerCancel() {
        start.current = null;
        setDrag(null);
      },
    }),
  };
}
