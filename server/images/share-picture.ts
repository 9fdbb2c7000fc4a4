import type { EncodedImage } from './encoded-image';
import { damagedPicture, openPicture } from './open-picture';

/** Long side, in pixels: what previews of links show at most. */
const MAX_SIDE_PX = 1200;
const QUALITY = 85;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size in which a picture of this size is shared, in pixels; a small one is not enlarged. */
export function shareSize({ width, height }: Size): Size {
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(width, height));
  const scaled = (side: number) => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
}

/**
 * A stored picture for people who have no part in it: as JPEG, of {@link shareSize}, without what its file says of its making.
 * @throws AppError as {@link openPicture}
 */
export async function sharePicture(bytes: Uint8Array): Promise<EncodedImage> {
  const { pipeline, ...picture } = await openPicture(bytes);
  const size = shareSize(picture);
  const jpeg = await pipeline
    .resize({ ...size, fit: 'fill' })
    .jpeg({ quality: QUALITY })
    .toBuffer()
    .catch((error: unknown) => {
      throw damagedPicture(error);
    });
  return { bytes: jpeg, mime: 'image/jpeg', ...size };
}
