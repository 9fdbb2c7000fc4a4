'use client';

import { useEffect, useRef } from 'react';

/** Where keys mean text, or belong to what lies over the page. */
const ELSEWHERE = 'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]';

/** Calls `onStep` with -1 for `[` and 1 for `]`, wherever the focus is, but not while somebody types or answers a dialog. */
export function useBracketKeys(onStep: (step: -1 | 1) => void): void {
  const latest = useRef(onStep);
  useEffect(() => {
    latest.current = onStep;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '[' && event.key !== ']') return;
      // On many keyboards brackets come with AltGr, which is Ctrl and Alt together.
      if (event.metaKey || event.ctrlKey !== event.altKey || event.defaultPrevented) return;
      const { target } = event;
      // The slider of before and after is an input too, in which nothing is typed.
      const typing = target instanceof Element && target.closest(ELSEWHERE);
      if (typing && !typing.matches('input[type="range"]')) return;
      latest.current(event.key === '[' ? -1 : 1);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
