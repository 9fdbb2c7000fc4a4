'use client';

import { useLayoutEffect, useRef } from 'react';
import type { Pointer } from '../../../server/protocol/presence';
import type { Member } from '../../../server/protocol/room';
import { pointerOf } from '../../_lib/presence-selectors';
import { approach } from '../../_lib/smooth-pointer';
import { useStudio } from '../../_lib/studio-context';
import { placeInFrame } from '../../_lib/zoom-view';

/**
 * The pointer of a member with their name. It is moved past React: places come ten times a second, and it glides between them
 * with the frames of the screen. It keeps its size however large the picture is shown.
 */
export function Cursor({ member }: { readonly member: Member }) {
  const { store, view } = useStudio();
  const ref = useRef<HTMLDivElement>(null);
  const { id } = member;

  // Before the first paint, or it would flash up in the corner.
  useLayoutEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)');
    let shown: Pointer | null = null;
    let target: Pointer | null = null;
    let frame = 0;
    let before = 0;

    function place(pointer: Pointer): void {
      shown = pointer;
      const [x, y] = placeInFrame(view.getState().view, [pointer.x - 0.5, pointer.y - 0.5]);
      // It is as large as the whole picture, so that per cent of itself are per cent of that.
      ref.current?.style.setProperty('transform', `translate(${(x + 0.5) * 100}%, ${(y + 0.5) * 100}%)`);
    }

    function glide(now: number): void {
      frame = 0;
      if (!shown || !target) return;
      place(approach(shown, target, now - before));
      before = now;
      if (shown !== target) frame = requestAnimationFrame(glide);
    }

    function aim(pointer: Pointer | null): void {
      if (!pointer || pointer === target) return;
      target = pointer;
      if (!shown || still.matches) return place(pointer);
      if (frame) return;
      before = performance.now();
      frame = requestAnimationFrame(glide);
    }

    aim(pointerOf(store.getState(), id));
    const unsubscribe = store.subscribe((state) => aim(pointerOf(state, id)));
    const unsubscribeView = view.subscribe(() => shown && place(shown));
    return () => {
      unsubscribe();
      unsubscribeView();
      cancelAnimationFrame(frame);
    };
  }, [store, view, id]);

  return (
    <div ref={ref} data-cursor={id} className="absolute inset-0 will-change-transform">
      <svg
        viewBox="0 0 16 16"
        className="absolute top-0 left-0 size-4 drop-shadow"
        style={{ fill: member.colour }}
      >
        <path d="M0 0 L13 5 L7.5 7.5 L5 13 Z" stroke="white" strokeWidth="1" strokeLinejoin="round" />
      </svg>
      <span
        className="absolute top-3.5 left-3 max-w-32 truncate rounded bg-ground px-1.5 py-0.5 text-xs whitespace-nowrap text-ink shadow"
        style={{ borderLeft: `3px solid ${member.colour}` }}
      >
        {member.name}
      </span>
    </div>
  );
}
