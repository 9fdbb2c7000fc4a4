/** Which part of a picture is shown in its frame. */
export interface ZoomView {
  /** 1 shows the whole picture. */
  readonly zoom: number;
  /** How far the picture's middle is from the frame's, to the right and down, in parts of the frame. */
  readonly x: number;
  readonly y: number;
}

export const WHOLE_VIEW: ZoomView = { zoom: 1, x: 0, y: 0 };
export const MAX_ZOOM = 16;

/** @param x to the right, and `y` down, in parts of the frame. The picture never leaves the frame. */
export function panned(view: ZoomView, x: number, y: number): ZoomView {
  return within({ ...view, x: view.x + x, y: view.y + y });
}

/** @param x and `y`: what stays in its place, from the frame's middle, in parts of the frame */
export function zoomed(view: ZoomView, factor: number, x = 0, y = 0): ZoomView {
  const zoom = Math.min(MAX_ZOOM, Math.max(1, view.zoom * factor));
  const ratio = zoom / view.zoom;
  return within({ zoom, x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio });
}

function within({ zoom, x, y }: ZoomView): ZoomView {
  const most = (zoom - 1) / 2;
  const clamp = (value: number) => Math.min(most, Math.max(-most, value));
  return { zoom, x: clamp(x), y: clamp(y) };
}

/** As a CSS transform of a picture that fills its frame. */
export function transformOf({ zoom, x, y }: ZoomView): string {
  return `translate(${x * 100}%, ${y * 100}%) scale(${zoom})`;
}
