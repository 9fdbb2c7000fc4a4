'use client';

import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../server/protocol/activity';
import { isLockedOut, mayEdit } from '../../_lib/room-selectors';
import { useStudio } from '../../_lib/studio-context';
import { notify } from '../../_lib/toast-queue';
import { lastChangeBy } from '../../_lib/undo';
import { whenSettled } from '../../_lib/when-settled';

/** Takes a change of settings back; what cannot be taken back is said in the server's words. */
export function useUndo(): (entry: Activity) => Promise<void> {
  const { connection, settings, report } = useStudio();
  return useCallback(
    async (entry) => {
      settings.flush();
      const answer = await connection.send({ type: 'settings:undo', activity: entry.number });
      if (!answer.ok) report(answer.problem);
    },
    [connection, settings, report],
  );
}

/** Takes back this member's own last change of settings, also one that is still on its way. */
export function useUndoMine(): () => Promise<void> {
  const { t } = useTranslation();
  const { settings, store } = useStudio();
  const undo = useUndo();
  const undoLast = useCallback(async () => {
    settings.flush();
    await whenSettled(store);
    const state = store.getState();
    const { room, session } = state;
    if (!room || !session) return;
    if (isLockedOut(state)) return notify(t('activity.lockedUndo'));
    const entry = lastChangeBy(room, session.memberId);
    if (entry) await undo(entry);
    else notify(t('activity.nothingToUndo'));
  }, [settings, store, undo, t]);
  // One after another: until the room has taken one back, the next press would mean the same one.
  const last = useRef(Promise.resolve());
  return useCallback(() => (last.current = last.current.then(undoLast)), [undoLast]);
}

/** Ctrl+Z and ⌘Z take back one's own last change of settings, except in a text, which has an undo of its own. */
export function useUndoKey(): void {
  const { store } = useStudio();
  const undoMine = useUndoMine();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo =
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey &&
        event.key.toLowerCase() === 'z';
      if (!isUndo || event.defaultPrevented || isText(event.target) || !mayEdit(store.getState())) return;
      event.preventDefault();
      void undoMine();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, undoMine]);
}

function isText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'range' && target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
