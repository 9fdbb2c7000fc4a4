'use client';

import { useEffect, useRef } from 'react';
import { belongsToFocus, shortcutOf, type ShortcutId } from './shortcuts';

/** What some shortcuts do. One that answers `false` had nothing to do, and the key does what it does in any page. */
export type ShortcutActions = Readonly<Partial<Record<ShortcutId, () => void | false>>>;

/** Does what the table of shortcuts says for a key, but not while somebody types, answers a dialog or is on a button. */
export function useShortcuts(actions: ShortcutActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const id = shortcutOf(event);
      const action = id && latest.current[id];
      // A part of the page that has done something with it already says so.
      if (!action || event.defaultPrevented) return;
      const { target } = event;
      if (belongsToFocus(event.key, target instanceof Element ? target : null)) return;
      if (action() !== false) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
