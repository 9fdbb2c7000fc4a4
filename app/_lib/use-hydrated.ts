'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the page has come to life: false on the server and until its script has taken over. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
