'use client';

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunId } from '../../server/protocol/ids';
import { isActive } from '../../server/protocol/runs';
import { roomName } from './room-name';
import type { RoomState } from './room-reducer';
import { latestRun, runById } from './room-selectors';
import { runTitle } from './run-title';
import { useStudio } from './studio-context';
import { tabTitle } from './tab-title';

/**
 * Keeps the progress in the tab's title, and a sign there when a run has ended while the tab was hidden.
 * @param of the run that the page is about; absent where it is about the room
 */
export function useTabTitle(roomTitle: string, of?: RunId): void {
  const { store } = useStudio();
  const { t } = useTranslation();

  useEffect(() => {
    let endedUnseen = false;
    const show = (state: RoomState) => {
      const room = roomName(state.room?.title ?? roomTitle, t);
      const about = runById(state, of);
      const place = about ? `${runTitle(about, t)} · ${room}` : room;
      document.title = tabTitle(place, latestRun(state), endedUnseen, t('run.finished').toLowerCase());
    };
    show(store.getState());
    const stopListening = store.subscribe((state, before) => {
      const run = latestRun(state);
      const earlier = before.room?.runs.find((one) => one.id === run?.id);
      const ended = run?.status.kind === 'finished' && earlier !== undefined && isActive(earlier.status);
      if (ended && document.hidden) endedUnseen = true;
      show(state);
    });
    const onVisible = () => {
      if (document.hidden) return;
      endedUnseen = false;
      show(store.getState());
    };
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('focus', onVisible);
    return () => {
      stopListening();
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('focus', onVisible);
    };
  }, [store, roomTitle, of, t]);
}
