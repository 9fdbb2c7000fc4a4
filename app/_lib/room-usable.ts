/** In the browser's own timeline of the page, from when on one can work in the room; tests and benchmarks read it. */
export const USABLE_MARK = 'room-usable';

let tell = (): void => undefined;
const usable = new Promise<void>((resolve) => {
  tell = resolve;
});
let said = false;

/** Says that the room is on the page, and what one works with answers. To be called in an effect; counts once. */
export function roomIsUsable(): void {
  if (said) return;
  said = true;
  performance.mark(USABLE_MARK);
  // What has waited must not come before the browser has painted: a task after the next frame does not.
  requestAnimationFrame(() => setTimeout(tell));
}

/** Resolves once the room has been painted and can be used; never on a page without a room. */
export function whenUsable(): Promise<void> {
  return usable;
}
