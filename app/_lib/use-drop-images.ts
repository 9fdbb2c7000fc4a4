'use client';

import { useEffect, useState, type DragEvent } from 'react';

/** Makes an element a place to drop files on. `over` is true while files hover above it. */
export function useDropImages(onFiles: (files: File[]) => void, disabled = false) {
  const [over, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => !disabled && event.dataTransfer.types.includes('Files');
  return {
    over,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave(event: DragEvent) {
        // Moving onto a child leaves the element too, but not the place.
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop(event: DragEvent) {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      },
    },
  };
}

/** True while files are dragged over the page, wherever. */
export function useFilesOverPage(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    window.addEventListener(
      'dragenter',
      (event) => setOver(event.dataTransfer?.types.includes('Files') ?? false),
      { signal },
    );
    // It has left the page where it has not gone on to another element of it.
    const onLeave = (event: globalThis.DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    window.addEventListener('dragleave', onLeave, { signal });
    // Before anybody can stop it.
    window.addEventListener('drop', () => setOver(false), { signal, capture: true });
    return () => end.abort();
  }, []);
  return over;
}

/** A file that is dropped beside every place for it would be opened by the browser instead of the studio. */
export function useNoStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}
