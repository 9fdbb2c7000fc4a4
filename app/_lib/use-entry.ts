'use client';

import { useCallback, useEffect, useState } from 'react';
import type { RoomId } from '../../server/protocol/ids';
import { enterRoom, problemOf } from './api';
import type { PageProblem } from './page-problem';

export type Entry =
  | { readonly kind: 'entering' }
  | { readonly kind: 'entered'; readonly title: string; readonly name: string | null }
  | { readonly kind: 'refused'; readonly problem: PageProblem };

/**
 * Exchanges the key in the address for a cookie and takes it out of the address bar, where a screenshot or a shared
 * screen would give it away; the cookie opens the same address from then on.
 */
export function useEntry(roomId: RoomId) {
  const [attempt, setAttempt] = useState(0);
  const [entry, setEntry] = useState<Entry>({ kind: 'entering' });

  useEffect(() => {
    let gone = false;
    const key = location.hash.slice(1) || undefined;
    enterRoom(roomId, key).then(
      ({ title, name }) => {
        if (gone) return;
        if (key) history.replaceState(history.state, '', location.pathname + location.search);
        setEntry({ kind: 'entered', title, name });
      },
      (error: unknown) => gone || setEntry({ kind: 'refused', problem: problemOf(error) }),
    );
    return () => {
      gone = true;
    };
  }, [roomId, attempt]);

  const retry = useCallback(() => {
    setEntry({ kind: 'entering' });
    setAttempt((count) => count + 1);
  }, []);

  useEffect(() => {
    // A link with another key, pasted while the room is open, changes only the fragment: the page does not reload.
    const onHashChange = () => location.hash.length > 1 && retry();
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, [retry]);

  return { entry, attempt, retry };
}
