import sharp, { type Sharp } from 'sharp';
import { AppError } from '../errors';
import { pictureFormat } from './media-type';

/** JPEG's own bound; no accepted picture of more pixels a side can be shown by a browser. */
const MAX_SIDE_PX = 65_500;

/** Of pictures that were checked when they came in. Decoded for the numerics, so many are 600 MB. */
const DEFAULT_MAX_PIXELS = 50_000_000;

/** A picture that is about to be decoded: upright, opaque, sRGB. */
export interface OpenPicture {
  /** Its pixels will be upright, with transparency flattened on white, in 8-bit sRGB, without metadata. */
  readonly pipeline: Sharp;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
}

/**
 * Reads a picture's header and prepares to decode it. Of an animation that is the first picture.
 *
 * @param maxPixels by default 50 million; more are refused before they are decoded: a small file can hold a picture that fills the memory
 * @throws AppError `unsupported-media-type`, `too-large` (pixels) or `invalid` (damaged)
 */
export async function openPicture(bytes: Uint8Array, maxPixels = DEFAULT_MAX_PIXELS): Promise<OpenPicture> {
  const format = pictureFormat(bytes);
  // 'error': what is cut off or broken is refused, what a decoder only frowns at (an odd colour profile) is not.
  const header = await sharp(bytes, { failOn: 'error', limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw damagedPicture(error);
    });
  if (header.format !== (format === 'avif' ? 'heif' : format)) {
    throw damagedPicture(new Error(`looks like ${format}, decodes as ${header.format}`));
  }
  const { width, height } = header.autoOrient;
  if (width * height > maxPixels || Math.max(width, height) > MAX_SIDE_PX) {
    const megapixels = (width * height) / 1e6;
    throw new AppError({
      code: 'too-large',
      message: `picture refused: ${width}×${height} is more than ${maxPixels} pixels or ${MAX_SIDE_PX} a side`,
      userMessage:
        `This picture has ${width} × ${height} pixels (${format1(megapixels)} megapixels); at most ` +
        `${format1(maxPixels / 1e6)} megapixels and ${MAX_SIDE_PX} a side can be used. Reduce it and try again: ` +
        'for a result of 2048 pixels nobody will see the difference.',
    });
  }
  const pipeline = sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb');
  return { pipeline, width, height };
}

/** The error for a picture whose content cannot be decoded. */
export function damagedPicture(cause: unknown): AppError {
  return new AppError({
    code: 'invalid',
    message: `picture refused: ${cause instanceof Error ? cause.message : String(cause)}`,
    userMessage:
      'This picture is damaged or incomplete, so it was not taken. Open it in another program and save it again, or ' +
      'choose another one.',
    cause,
  });
}

function format1(value: number): string {
  return (Math.ceil(value * 10) / 10).toString();
}
