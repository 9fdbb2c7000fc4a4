import type { RoomState } from './room-reducer';
import type { RoomStore } from './room-store';

/** Resolves once the room has every setting that was set here and is not held any more, or has refused it. */
export function whenSettled(store: RoomStore): Promise<void> {
  if (isSettled(store.getState())) return Promise.resolve();
  return new Promise((resolve) => {
    const unsubscribe = store.subscribe((state) => {
      if (!isSettled(state)) return;
      unsubscribe();
      resolve();
    });
  });
}

const isSettled = ({ drafts }: RoomState): boolean => Object.values(drafts).every(({ held }) => held);
