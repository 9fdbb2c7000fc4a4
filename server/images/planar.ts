import { AppError } from '../errors';
import type { PlanarImage } from '../style/image';
import { cropRegion, type CropFractions } from './crop';
import { fitInside } from './fit-inside';
import { damagedPicture, openPicture } from './open-picture';

export interface PlanarOptions {
  /** Of the upright picture; by default all of it. */
  readonly crop?: CropFractions | null | undefined;
  /** Long side in pixels that the (cropped) picture is reduced to, Lanczos; it is never enlarged. */
  readonly maxSide?: number | undefined;
}

/**
 * Decodes a picture file for the numerics.
 *
 * @returns `[3][H][W]`, sRGB, range [0,1]
 * @throws AppError as {@link openPicture}
 */
export async function toPlanar(bytes: Uint8Array, options: PlanarOptions = {}): Promise<PlanarImage> {
  const { crop, maxSide } = options;
  const { pipeline, width, height } = await openPicture(bytes);
  if (crop) pipeline.extract(cropRegion(crop, { width, height }));
  if (maxSide !== undefined) fitInside(pipeline, maxSide);
  const { data, info } = await pipeline
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw damagedPicture(error);
    });
  return { width: info.width, height: info.height, data: planesOf(data, info.width * info.height) };
}

/** RGB bytes, pixel by pixel → `[3][H·W]` in [0,1]. */
function planesOf(rgb: Uint8Array, pixels: number): Float32Array {
  if (rgb.length !== 3 * pixels) throw new Error(`${rgb.length} bytes are not ${pixels} RGB pixels`);
  const planes = new Float32Array(3 * pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      planes[channel * pixels + pixel] = rgb[3 * pixel + channel] / 255;
    }
  }
  return planes;
}

/**
 * The bytes of a picture, RGB pixel by pixel, clamped to [0,1] first.
 *
 * @throws AppError `run-failed` where a value is not finite: as a pixel it would look like a colour
 */
export function toRgbBytes({ width, height, data }: PlanarImage): Uint8Array {
  const pixels = width * height;
  if (data.length !== 3 * pixels)
    throw new Error(`${data.length} values are not ${width}×${height} RGB pixels`);
  const rgb = new Uint8ClampedArray(3 * pixels);
  const [reds, greens, blues] = [0, 1, 2].map((channel) =>
    data.subarray(channel * pixels, (channel + 1) * pixels),
  );
  // Written in the order of the bytes, and checked without a branch: this is done for every frame. NaN where one is not finite.
  let excess = 0;
  for (let pixel = 0, byte = 0; pixel < pixels; pixel += 1, byte += 3) {
    const [red, green, blue] = [reds[pixel], greens[pixel], blues[pixel]];
    excess += red - red + (green - green) + (blue - blue);
    // Rounds and clamps.
    rgb[byte] = red * 255;
    rgb[byte + 1] = green * 255;
    rgb[byte + 2] = blue * 255;
  }
  if (excess !== 0) {
    const index = data.findIndex((value) => !Number.isFinite(value));
    const pixel = index % pixels;
    throw notFinite(data[index], Math.floor(index / pixels), pixel % width, Math.floor(pixel / width));
  }
  return new Uint8Array(rgb.buffer);
}

function notFinite(value: number, channel: number, x: number, y: number): AppError {
  return new AppError({
    code: 'run-failed',
    message: `a picture has the value ${value} in channel ${channel} at (${x}, ${y})`,
    userMessage:
      'The picture cannot be shown: the computation produced a value that is not a number. The last good picture is ' +
      'kept. Start again with lower weights.',
  });
}
