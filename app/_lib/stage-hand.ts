/** Somebody who steers by keys or drags pauses for less than this between two movements. */
const AT_WORK_MS = 500;

/** Whether somebody is working on the page just now: presses, drags, turns the wheel or uses keys. */
export interface Hand {
  atWork(): boolean;
  /** Calls `moved` at every movement. Returns how to stop it. */
  subscribe(moved: () => void): () => void;
}

/**
 * Watches over everything that happens in `target`. A pointer that only moves about does not count: it changes nothing.
 * @param now milliseconds of a clock that never goes back
 */
export function watchHand(target: EventTarget, now: () => number): Hand {
  const subscribers = new Set<() => void>();
  let last = -Infinity;
  const onMove = (event: Event) => {
    if (event.type === 'pointermove' && (event as PointerEvent).buttons === 0) return;
    last = now();
    for (const moved of subscribers) moved();
  };
  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'keydown', 'wheel']) {
    target.addEventListener(type, onMove, { capture: true, passive: true });
  }
  return {
    atWork: () => now() - last < AT_WORK_MS,
    subscribe(moved) {
      subscribers.add(moved);
      return () => subscribers.delete(moved);
    },
  };
}

let ofThisPage: Hand | undefined;

/** The one hand of this page, in a browser. */
export function pageHand(): Hand {
  ofThisPage ??= watchHand(window, () => performance.now());
  return ofThisPage;
}
