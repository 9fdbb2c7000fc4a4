import { createStore, type StoreApi } from 'zustand/vanilla';

/** What is to be said and has not been yet, oldest first: what says it may come later than what there is to say. */
export interface WaitingList<T> extends StoreApi<readonly T[]> {
  readonly add: (items: readonly T[]) => void;
  /** @returns what waits, and is taken out by that */
  readonly take: () => readonly T[];
  /** Takes out what waits and whatever comes, one by one. Returns how to stop it. */
  readonly listen: (say: (item: T) => void) => () => void;
}

/** @param most of which the latest are kept */
export function createWaitingList<T>(most = Infinity): WaitingList<T> {
  const store = createStore<readonly T[]>(() => []);
  const add = (items: readonly T[]) => store.setState((waiting) => [...waiting, ...items].slice(-most), true);
  const take = () => {
    const waiting = store.getState();
    if (waiting.length > 0) store.setState([], true);
    return waiting;
  };
  const listen = (say: (item: T) => void) => {
    const tell = () => take().forEach(say);
    const stop = store.subscribe(tell);
    tell();
    return stop;
  };
  return Object.assign(store, { add, take, listen });
}
