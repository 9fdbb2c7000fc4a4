import type { Size } from '../style/image';

/** A part of an upright picture, as fractions of its width and height, in [0,1]. */
export interface CropFractions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of a picture in whole pixels, as sharp's `extract` takes it. */
export interface PixelRegion extends Size {
  readonly left: number;
  readonly top: number;
}

/** The pixels nearest to a crop: within the picture and at least one, whatever rounding does. */
export function cropRegion(crop: CropFractions, size: Size): PixelRegion {
  const [left, width] = span(crop.x, crop.width, size.width);
  const [top, height] = span(crop.y, crop.height, size.height);
  return { left, top, width, height };
}

function span(from: number, extent: number, pixels: number): [start: number, length: number] {
  const start = Math.min(Math.max(Math.round(from * pixels), 0), pixels - 1);
  const end = Math.min(Math.max(Math.round((from + extent) * pixels), start + 1), pixels);
  return [start, end - start];
}
