'use client';

import { useEffect } from 'react';
import { wellFor } from '../../_lib/well-for';
import { mayEdit } from '../../_lib/room-selectors';
import { useStudio } from '../../_lib/studio-context';

/** Takes pictures that are pasted, or dropped beside every place for them, anywhere in the room. */
export function useLoosePictures(): void {
  const { store, intake } = useStudio();
  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    const isMeantForUs = (event: Event, files: number) =>
      files > 0 && !event.defaultPrevented && mayEdit(store.getState());

    const take = (files: FileList, at: EventTarget | null) => {
      const well = at instanceof Element ? at.closest<HTMLElement>('[data-well]') : null;
      void intake.take(wellFor(store.getState().room?.setup, well?.dataset['well']), [...files]);
    };
    const onPaste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      if (!files || !isMeantForUs(event, files.length)) return;
      event.preventDefault();
      take(files, document.activeElement);
    };
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') && isMeantForUs(event, 1)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      const files = event.dataTransfer?.files;
      if (!files || !isMeantForUs(event, files.length)) return;
      event.preventDefault();
      take(files, event.target);
    };
    window.addEventListener('paste', onPaste, { signal });
    // On the document: after the places for pictures, and before the window refuses what nobody has taken.
    document.addEventListener('dragover', onDragOver, { signal });
    document.addEventListener('drop', onDrop, { signal });
    return () => end.abort();
  }, [store, intake]);
}
