/** How long all pictures but the last one take together, in seconds: fewer pictures take less, each at most `SLOWEST_S`. */
const PASSING_S = 6;
const SLOWEST_S = 1;
/** How long the last picture is held, in seconds. */
const HOLD_S = 2;
/** Long side of a film, in pixels. */
const MAX_SIDE_PX = 1024;

/**
 * When each picture of a film is shown. All take the same time, however many iterations lie between them: keyframes are
 * evenly spaced on a log axis, and so is what changes in the picture.
 * @param count of the pictures, at least 2
 * @returns in seconds: when each begins, and when the film ends
 */
export function planFilm(count: number): { begins: number[]; end: number } {
  const passing = Math.min(SLOWEST_S, PASSING_S / (count - 1));
  const begins = Array.from({ length: count }, (_, index) => index * passing);
  return { begins, end: begins.at(-1)! + HOLD_S };
}

/**
 * The size of a film, in pixels: at most 1024 a side, and even, as many players want it.
 * @param picture the last one, which is the largest
 */
export function filmSize(picture: { readonly width: number; readonly height: number }): {
  width: number;
  height: number;
} {
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(picture.width, picture.height));
  const even = (side: number) => Math.max(2, 2 * Math.round((side * scale) / 2));
  return { width: even(picture.width), height: even(picture.height) };
}
