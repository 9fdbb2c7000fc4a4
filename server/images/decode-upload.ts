import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { AppError } from '../errors';
import type { EncodedImage } from './encoded-image';
import { damagedPicture, openPicture } from './open-picture';

/** Up to this many pixels a picture is kept as PNG. */
const LOSSLESS_MAX_PIXELS = 2 ** 20;

export interface UploadLimits {
  readonly maxBytes: number;
  readonly maxPixels: number;
}

/** A picture in the one form that everything behind the upload sees: upright, opaque, 8-bit sRGB, no metadata. */
export interface StoredImage extends EncodedImage {
  /** Of `bytes`, lower-case hex. */
  readonly sha256: string;
}

/**
 * Checks, decodes and re-encodes what somebody uploaded: JPEG, PNG, WebP or AVIF, told apart by content. Nothing of
 * the file itself is kept, so neither is its metadata (where it was taken), nor anything hidden in it.
 *
 * Small pictures are kept as PNG, which loses nothing: they are often drawings or pixel art, and are enlarged on the
 * page. Larger ones are kept as JPEG of quality 95 with full colour resolution, which at these sizes cannot be told
 * from the original. (12 megapixels of brush strokes: 5.4 MB as JPEG, 33 MB as PNG; WebP took twice as long to write
 * for 3.7 MB, and ends at 16,383 pixels a side.)
 *
 * @throws AppError `unsupported-media-type`, `too-large` (bytes or pixels; the message has both numbers), `invalid`
 *   (empty or damaged)
 */
export async function decodeUpload(input: Uint8Array | Readable, limits: UploadLimits): Promise<StoredImage> {
  const upload = input instanceof Uint8Array ? input : await collect(input, limits.maxBytes);
  assertUploadBytes(upload.length, limits.maxBytes);
  const { pipeline, width, height } = await openPicture(upload, limits.maxPixels);
  const lossless = width * height <= LOSSLESS_MAX_PIXELS;
  const encoder = lossless ? pipeline.png() : pipeline.jpeg({ quality: 95, chromaSubsampling: '4:4:4' });
  const { data, info } = await encoder.toBuffer({ resolveWithObject: true }).catch((error: unknown) => {
    throw damagedPicture(error);
  });
  return {
    bytes: data,
    mime: lossless ? 'image/png' : 'image/jpeg',
    width: info.width,
    height: info.height,
    sha256: createHash('sha256').update(data).digest('hex'),
  };
}

/** @throws AppError `too-large`, with both numbers */
export function assertUploadBytes(bytes: number, maxBytes: number): void {
  if (bytes > maxBytes) throw tooManyBytes(`has ${megabytes(bytes)} MB`, maxBytes);
}

async function collect(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Leaving the loop destroys the stream: the rest is not even received.
    if (bytes > maxBytes) throw tooManyBytes(`has more than ${megabytes(maxBytes)} MB`, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooManyBytes(what: string, maxBytes: number): AppError {
  return new AppError({
    code: 'too-large',
    message: `picture refused: ${what}, at most ${maxBytes} bytes`,
    userMessage:
      `This file ${what}; at most ${megabytes(maxBytes)} MB can be uploaded, so it was not taken. Save the picture ` +
      'with fewer pixels or as JPEG, and try again.',
  });
}

/** Rounded up, so that a file just above the limit is not said to be as large as the limit. */
function megabytes(bytes: number): string {
  return (Math.ceil((bytes / 2 ** 20) * 10) / 10).toString();
}
