/** Which part of a picture is shown in its frame. */
export interface ZoomView {
  /** 1 shows the whole picture, as large as fits. */
  readonly zoom: number;
  /** How far the picture's middle is from the frame's, to the right and down, in parts of the picture at zoom 1. */
  readonly x: number;
  readonly y: number;
}

/** What a view of a picture depends on besides itself. */
export interface ZoomBounds {
  /** Sides of the frame in parts of the picture's at zoom 1: at least 1, and more where the wall beside the picture is part of it. */
  readonly width: number;
  readonly height: number;
  /** The zoom at which a pixel of the picture is one of the screen; `null` while its size is not known. */
  readonly actual: number | null;
}

/** A place in the frame or on the picture: from its middle to the right and down, in parts of the picture at zoom 1. */
export type Place = readonly [x: number, y: number];

export const WHOLE_VIEW: ZoomView = { zoom: 1, x: 0, y: 0 };
/** Of a picture that fills its frame. */
export const TIGHT_BOUNDS: ZoomBounds = { width: 1, height: 1, actual: null };
export const MAX_ZOOM = 16;

/** @param x to the right, and `y` down, in parts of the picture at zoom 1. The picture never leaves the frame. */
export function panned(view: ZoomView, x: number, y: number, bounds = TIGHT_BOUNDS): ZoomView {
  return within({ ...view, x: view.x + x, y: view.y + y }, bounds);
}

/** @param x and `y`: the {@link Place} of the frame at which the picture stays, unless its edge would come into sight */
export function zoomed(view: ZoomView, factor: number, x = 0, y = 0, bounds = TIGHT_BOUNDS): ZoomView {
  const [least, most] = zoomRange(bounds);
  const zoom = Math.min(most, Math.max(least, view.zoom * factor));
  const ratio = zoom / view.zoom;
  return within({ zoom, x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio }, bounds);
}

/** The view with the picture moved and zoomed as two fingers that went from the places `before` to those `after`. */
export function pinched(
  view: ZoomView,
  before: readonly [Place, Place],
  after: readonly [Place, Place],
  bounds = TIGHT_BOUNDS,
): ZoomView {
  const [from, to] = [middle(before), middle(after)];
  const [wide, wider] = [distance(before), distance(after)];
  // Fingers that lie upon each other say nothing about a zoom.
  const factor = wide > 0 && wider > 0 ? wider / wide : 1;
  const moved = { ...view, x: view.x + to[0] - from[0], y: view.y + to[1] - from[1] };
  return zoomed(moved, factor, ...to, bounds);
}

/** The nearest view that there is: none leaves the frame or shows more of the wall than the whole picture does. */
export function within({ zoom, x, y }: ZoomView, bounds: ZoomBounds): ZoomView {
  const [least, most] = zoomRange(bounds);
  const held = Math.min(most, Math.max(least, zoom));
  return { zoom: held, x: clamp(x, (held - bounds.width) / 2), y: clamp(y, (held - bounds.height) / 2) };
}

/** Which part of the frame, in parts of the picture at zoom 1, the picture covers; it lies in the frame's middle. */
export function covered({ zoom }: ZoomView, { width, height }: ZoomBounds): readonly [number, number] {
  return [Math.min(zoom, width), Math.min(zoom, height)];
}

/** Where in the frame a place of the picture is. */
export function placeInFrame({ zoom, x, y }: ZoomView, [atX, atY]: Place): Place {
  return [x + atX * zoom, y + atY * zoom];
}

/** Which place of the picture is at a place of the frame; beyond half in either direction where none is. */
export function placeOnPicture({ zoom, x, y }: ZoomView, [atX, atY]: Place): Place {
  return [(atX - x) / zoom, (atY - y) / zoom];
}

/** As a CSS transform of a picture that has the size of zoom 1. */
export function transformOf({ zoom, x, y }: ZoomView): string {
  return `translate(${x * 100}%, ${y * 100}%) scale(${zoom})`;
}

/** A small picture may be made as small as its pixels are. */
function zoomRange({ actual }: ZoomBounds): readonly [number, number] {
  return [Math.min(1, actual ?? 1), Math.max(MAX_ZOOM, actual ?? 1)];
}

function clamp(value: number, most: number): number {
  return most <= 0 ? 0 : Math.min(most, Math.max(-most, value));
}

const middle = ([one, other]: readonly [Place, Place]): Place => [
  (one[0] + other[0]) / 2,
  (one[1] + other[1]) / 2,
];

const distance = ([one, other]: readonly [Place, Place]): number =>
  Math.hypot(other[0] - one[0], other[1] - one[1]);
