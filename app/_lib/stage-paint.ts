/** Time over which a picture gives way to the next: less than passes between two frames of a run. */
const FADE_MS = 120;

/** Two canvases that lie exactly upon each other. */
export interface PaintedCanvases {
  /** Shows the newest picture from the moment at which it is painted. */
  readonly canvas: HTMLCanvasElement;
  /** Lies over it and shows the one before while that fades away. */
  readonly veil: HTMLCanvasElement;
}

/**
 * Draws a picture onto a canvas that takes its size. The one before fades away over it; that is left to the compositor, so that
 * it costs the page's thread one copy and nothing per frame of the screen.
 * @param fades whether it does: not under a hand that works on the page, see {@link endFade}
 */
export function paintPicture({ canvas, veil }: PaintedCanvases, bitmap: ImageBitmap, fades: boolean): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  // Two at a time on one element would be left to the page's thread.
  endFade(veil);
  if (fades && canvas.width > 0 && mayFade()) {
    copyOf(canvas, veil);
    veil.animate({ opacity: [1, 0] }, { duration: FADE_MS });
  }
  resize(canvas, bitmap.width, bitmap.height);
  context.drawImage(bitmap, 0, 0);
}

/**
 * Shows the newest picture at once. While the compositor moves something by itself it does not wait for the page: what
 * somebody does would be answered a frame of the screen later, or two.
 */
export function endFade(veil: HTMLCanvasElement): void {
  for (const fade of veil.getAnimations()) fade.cancel();
}

/** Nobody sees it in a hidden tab, and not everybody wants to. */
function mayFade(): boolean {
  return !document.hidden && !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function copyOf(source: HTMLCanvasElement, target: HTMLCanvasElement): void {
  resize(target, source.width, source.height);
  target.getContext('2d')?.drawImage(source, 0, 0);
}

/** Setting a canvas's size frees and clears it, even to the size that it has. */
function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
