import type { Crop } from '../../server/protocol/images';
import { MIN_CROP } from '../../server/protocol/limits';

/** A crop in per cent, as the crop tool has it. */
export interface CropInPercent {
  readonly unit: '%';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const WHOLE: CropInPercent = { unit: '%', x: 0, y: 0, width: 100, height: 100 };
/** Nobody sees less than this cut off, in fractions of a side. */
const SLACK = 0.004;

export function cropToPercent(crop: Crop | null): CropInPercent {
  if (!crop) return WHOLE;
  return { unit: '%', x: crop.x * 100, y: crop.y * 100, width: crop.width * 100, height: crop.height * 100 };
}

/** The crop as the protocol has it, within its bounds; `null` for the whole picture. */
export function percentToCrop(percent: CropInPercent): Crop | null {
  const width = clamp(percent.width / 100, MIN_CROP, 1);
  const height = clamp(percent.height / 100, MIN_CROP, 1);
  if (width > 1 - SLACK && height > 1 - SLACK) return null;
  return {
    x: rounded(clamp(percent.x / 100, 0, 1 - width)),
    y: rounded(clamp(percent.y / 100, 0, 1 - height)),
    width: rounded(width),
    height: rounded(height),
  };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

/** To a millionth, finer than any pixel: so that the same crop is the same value. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
