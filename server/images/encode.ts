import sharp, { type Sharp } from 'sharp';
import type { PlanarImage } from '../style/image';
import type { EncodedImage } from './encoded-image';
import { fitInside } from './fit-inside';
import { toRgbBytes } from './planar';

const FRAME_QUALITY = 82;

/**
 * Encodes an iterate for the room, as JPEG: of the formats that every browser shows, the quickest to write.
 *
 * @param options.maxSide long side in pixels; a smaller picture is not enlarged
 * @throws AppError `run-failed` where a value is not finite
 */
export async function encodeFrame(
  image: PlanarImage,
  options: { readonly maxSide: number },
): Promise<EncodedImage> {
  // Huffman tables made for the picture would take as long again, for a few per cent of its bytes.
  const pipeline = fitInside(fromPlanar(image), options.maxSide).jpeg({
    quality: FRAME_QUALITY,
    optimiseCoding: false,
  });
  const { data, info } = await pipeline.toBuffer({ resolveWithObject: true });
  return { bytes: data, mime: 'image/jpeg', width: info.width, height: info.height };
}

/**
 * Encodes a result without loss.
 *
 * @param options.metadata what the picture was made with; kept as JSON in the EXIF field `ImageDescription`
 * @param options.compressionLevel of deflate, from 0 (quickest) to 9 (smallest)
 * @throws AppError `run-failed` where a value is not finite
 */
export async function encodePng(
  image: PlanarImage,
  options: {
    readonly metadata?: Readonly<Record<string, unknown>>;
    readonly compressionLevel?: number;
  } = {},
): Promise<EncodedImage> {
  const pipeline = fromPlanar(image).png({ compressionLevel: options.compressionLevel ?? 6 });
  if (options.metadata !== undefined) {
    pipeline.withExif({ IFD0: { Software: 'Atelier', ImageDescription: asciiJson(options.metadata) } });
  }
  const bytes = await pipeline.toBuffer();
  return { bytes, mime: 'image/png', width: image.width, height: image.height };
}

function fromPlanar(image: PlanarImage): Sharp {
  const { width, height } = image;
  return sharp(toRgbBytes(image), { raw: { width, height, channels: 3 } });
}

/** EXIF's text is ASCII. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
