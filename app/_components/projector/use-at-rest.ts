'use client';

import { useEffect, useRef, type RefObject } from 'react';

const REST_MS = 3_000;

/** Marks an element with `data-at-rest` once nobody has moved, typed or touched for a while. */
export function useAtRest<E extends HTMLElement>(watching: boolean): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element || !watching) return;
    let timer: ReturnType<typeof setTimeout>;
    const wake = () => {
      delete element.dataset['atRest'];
      clearTimeout(timer);
      timer = setTimeout(() => {
        element.dataset['atRest'] = '';
      }, REST_MS);
    };
    const events = ['pointermove', 'pointerdown', 'keydown'] as const;
    wake();
    for (const type of events) window.addEventListener(type, wake);
    return () => {
      clearTimeout(timer);
      delete element.dataset['atRest'];
      for (const type of events) window.removeEventListener(type, wake);
    };
  }, [watching]);
  return ref;
}
