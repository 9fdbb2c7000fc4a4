'use client';

import { useShortcuts } from './use-shortcuts';

/** Calls `onStep` with -1 for `[` and 1 for `]`; see {@link useShortcuts}. */
export function useBracketKeys(onStep: (step: -1 | 1) => void): void {
  useShortcuts({ scrubBack: () => onStep(-1), scrubForward: () => onStep(1) });
}
