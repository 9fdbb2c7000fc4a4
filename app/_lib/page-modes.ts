import { createStore } from 'zustand/vanilla';

/** What takes the place of the studio, or lies over it, in this browser alone. */
export interface PageModes {
  /** Whether only the picture, its curve and the people are shown, for a hall. */
  readonly projector: boolean;
  /** Whether the list of keys is open. */
  readonly help: boolean;
}

/** One for the page: the buttons and the keys that change it are far from what it changes. */
export const pageModes = createStore<PageModes>(() => ({ projector: false, help: false }));
