import { cropRegion, type CropFractions } from './crop';
import type { EncodedImage } from './encoded-image';
import { fitInside } from './fit-inside';
import { damagedPicture, openPicture } from './open-picture';

const QUALITY = 80;

/**
 * A small WebP of a stored picture.
 *
 * @param options.crop the part to show, by default all of it
 * @param options.maxSide long side in pixels; a smaller picture is not enlarged
 * @throws AppError as {@link openPicture}
 */
export async function thumbnail(
  bytes: Uint8Array,
  options: { readonly crop?: CropFractions | null | undefined; readonly maxSide: number },
): Promise<EncodedImage> {
  const { pipeline, width, height } = await openPicture(bytes);
  if (options.crop) pipeline.extract(cropRegion(options.crop, { width, height }));
  const { data, info } = await fitInside(pipeline, options.maxSide)
    .webp({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw damagedPicture(error);
    });
  return { bytes: data, mime: 'image/webp', width: info.width, height: info.height };
}
