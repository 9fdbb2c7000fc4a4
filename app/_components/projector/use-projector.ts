'use client';

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { pageModes } from '../../_lib/page-modes';

/** Full screen as well where the browser allows it; where it does not, the page alone is arranged for the hall. */
export function enterProjector(): void {
  pageModes.setState({ projector: true });
  if (!document.fullscreenEnabled || document.fullscreenElement) return;
  document.documentElement
    .requestFullscreen()
    .catch((error: unknown) => console.warn('The page stays in its window.', error));
}

export function leaveProjector(): void {
  pageModes.setState({ projector: false });
  if (!document.fullscreenElement) return;
  document.exitFullscreen().catch((error: unknown) => console.warn('Full screen has ended already.', error));
}

export function toggleProjector(): void {
  if (pageModes.getState().projector) leaveProjector();
  else enterProjector();
}

export function useProjector(): boolean {
  return useStore(pageModes, ({ projector }) => projector);
}

/** While the projector is on: leaves it with Escape, and with the browser's own full screen. */
export function useProjectorEnd(): void {
  useEffect(() => {
    const onFullscreenChange = () => {
      if (!document.fullscreenElement) leaveProjector();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      // A dialog or a menu that is open closes first, and says so.
      if (event.key === 'Escape' && !event.defaultPrevented && !pageModes.getState().help) leaveProjector();
    };
    document.addEventListener('fullscreenchange', onFullscreenChange);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('fullscreenchange', onFullscreenChange);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
