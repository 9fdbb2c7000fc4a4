import type { StoreApi } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RunId } from '../../server/protocol/ids';
import { zoomSlice, type Zoom } from './stage-zoom';

/** Whether the picture stands alone, under a movable part of another one, or beside it. */
export type StageCompare = 'off' | 'slider' | 'side';

/** How this page looks at the picture on the stage. Others do not see it. */
export interface StageView extends Zoom {
  readonly compare: StageCompare;
  /** The run that the picture is compared with; `null` for the photograph it was made from. */
  readonly against: RunId | null;
  /** How much of the other picture the slider shows, from the left, in per cent. */
  readonly divider: number;

  /** Turns a way of comparing on, or off where it is on; without one, the one that was used last. */
  toggleCompare(compare?: Exclude<StageCompare, 'off'>): void;
  compareWith(against: RunId | null): void;
  divide(percent: number): void;
}

export type StageViewStore = StoreApi<StageView>;

/** For as long as a page of a room is open. */
export function createStageView(): StageViewStore {
  let last: Exclude<StageCompare, 'off'> = 'slider';
  return createStore<StageView>((set, get) => ({
    ...zoomSlice(set, get),
    compare: 'off',
    against: null,
    divider: 50,
    toggleCompare(compare) {
      const on = get().compare;
      const wanted = compare ?? (on === 'off' ? last : on);
      last = wanted;
      set({ compare: wanted === on ? 'off' : wanted });
    },
    compareWith: (against) => set({ against }),
    divide: (percent) => set({ divider: Math.min(100, Math.max(0, percent)) }),
  }));
}
