import type { StoreApi } from 'zustand';
import { createStore } from 'zustand/vanilla';
import {
  panned,
  pinched,
  TIGHT_BOUNDS,
  WHOLE_VIEW,
  within,
  zoomed,
  type Place,
  type ZoomBounds,
  type ZoomView,
} from './zoom-view';

/** By how much one press of a button or key zooms. */
const STEP = 1.5;
/** What a double click shows of a picture that has fewer pixels than the screen gives it. */
const CLOSER = 2;

/** How a picture is looked at, and what changes it. Places are as in {@link Place}. */
export interface Zoom {
  readonly view: ZoomView;
  readonly bounds: ZoomBounds;
  /** Whether the last change was a step, over which the eye is led, and not part of a movement of the hand. */
  readonly step: boolean;

  fit(): void;
  /** One pixel of the picture on one of the screen, as far as its size is known; the picture stays at `place`. */
  actualSize(place?: Place): void;
  zoomIn(): void;
  zoomOut(): void;
  /** In parts of the picture at zoom 1, as a step. */
  move(x: number, y: number): void;
  /** The whole picture; where that is shown already, closer at `place`. */
  fitOrCloser(place: Place): void;

  /** As the wheel does it. */
  zoomBy(factor: number, place: Place): void;
  /** As a hand that holds the picture does it. */
  dragBy(x: number, y: number): void;
  pinch(before: readonly [Place, Place], after: readonly [Place, Place]): void;

  /** Tells how large the frame and the picture are; the view is held within it. */
  measure(bounds: ZoomBounds): void;
}

export type ZoomStore = Pick<StoreApi<Zoom>, 'getState' | 'getInitialState' | 'subscribe'>;

/** What a store of {@link Zoom} begins with; `set` and `get` are those of a store that may hold more than that. */
export function zoomSlice(set: (part: Partial<Zoom>) => void, get: () => Zoom): Zoom {
  const show = (step: boolean, view: ZoomView) => set({ view, step });
  const to = (zoom: number, [x, y]: Place = [0, 0]) => {
    const { view, bounds } = get();
    show(true, zoomed(view, zoom / view.zoom, x, y, bounds));
  };
  return {
    view: WHOLE_VIEW,
    bounds: TIGHT_BOUNDS,
    step: false,
    fit: () => show(true, WHOLE_VIEW),
    actualSize: (place) => to(get().bounds.actual ?? 1, place),
    zoomIn: () => to(get().view.zoom * STEP),
    zoomOut: () => to(get().view.zoom / STEP),
    move: (x, y) => show(true, panned(get().view, x, y, get().bounds)),
    fitOrCloser(place) {
      const { view, bounds } = get();
      if (view.zoom !== 1) return show(true, WHOLE_VIEW);
      to(bounds.actual !== null && bounds.actual > 1 ? bounds.actual : CLOSER, place);
    },
    zoomBy: (factor, [x, y]) => show(false, zoomed(get().view, factor, x, y, get().bounds)),
    dragBy: (x, y) => show(false, panned(get().view, x, y, get().bounds)),
    pinch: (before, after) => show(false, pinched(get().view, before, after, get().bounds)),
    measure: (bounds) => set({ bounds, view: within(get().view, bounds), step: false }),
  };
}

export function createZoom(): ZoomStore {
  return createStore<Zoom>((set, get) => zoomSlice(set, get));
}
