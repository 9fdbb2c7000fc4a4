'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { RoomId } from '../../server/protocol/ids';

const PREFIX = 'atelier.seen.';
const listeners = new Set<() => void>();
/** Also where the browser stores nothing, it is known for as long as the page is open. */
const seen = new Map<RoomId, number>();

function read(roomId: RoomId): number {
  const known = seen.get(roomId);
  if (known !== undefined) return known;
  let stored = 0;
  try {
    stored = Number(localStorage.getItem(PREFIX + roomId)) || 0;
  } catch (error) {
    console.warn(error);
  }
  seen.set(roomId, stored);
  return stored;
}

/** Remembers that everything up to this number has been read. */
export function markSeen(roomId: RoomId, number: number): void {
  if (number <= read(roomId)) return;
  seen.set(roomId, number);
  try {
    localStorage.setItem(PREFIX + roomId, String(number));
  } catch (error) {
    console.warn(error);
  }
  for (const listener of listeners) listener();
}

/** The number of the last remark that was read in this browser; 0 where none was. */
export function useSeen(roomId: RoomId): number {
  const subscribe = useCallback((listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return useSyncExternalStore(
    subscribe,
    () => read(roomId),
    () => 0,
  );
}
