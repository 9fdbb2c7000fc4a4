import type { Size } from '../../style/image';
import { canvasSize } from '../../style/margin';
import { scaleSizes, shareIterations, styleSize } from '../../style/schedule';
import type { ForecastRequest } from '../run-queue';

/** One scale of a run that has not begun, in pixels; those of the margin are counted in. */
export interface PlannedScale {
  readonly pixels: number;
  readonly iterations: number;
  /** Of each style picture at this scale. */
  readonly stylePixels: readonly number[];
}

/**
 * The scales that a run would go through.
 *
 * @throws StyleError `bad-picture` where a picture is too small or too oblong
 */
export function planOf({ settings, content, styles }: ForecastRequest): PlannedScale[] {
  const sizes = scaleSizes(content, settings.size, settings);
  const shares = shareIterations(settings.iterations, sizes.length);
  return sizes.map((size, index) => ({
    pixels: area(canvasSize(size, settings.margin)),
    iterations: shares[index],
    stylePixels: styles.map((style) =>
      area(styleSize(style, settings.styleScale * Math.max(size.width, size.height))),
    ),
  }));
}

function area({ width, height }: Size): number {
  return width * height;
}
