import { damagedPicture, openPicture } from './open-picture';

const QUALITY = 90;

/**
 * A picture as a key frame of a VP8 film: what is in a lossy WebP is just that.
 *
 * @param bytes a stored picture
 * @param size of the film in pixels; the picture is stretched to it (Lanczos)
 * @returns the frame, without the WebP around it
 * @throws AppError as {@link openPicture}
 */
export async function vp8Frame(
  bytes: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  const { pipeline } = await openPicture(bytes);
  const webp = await pipeline
    .resize({ width, height, fit: 'fill' })
    .webp({ quality: QUALITY })
    .toBuffer()
    .catch((error: unknown) => {
      throw damagedPicture(error);
    });
  return vp8Of(webp);
}

/** A WebP is a RIFF: chunks of a name, a length and as many bytes, and one more where that is odd. */
function vp8Of(webp: Buffer): Uint8Array {
  for (let at = 12; at + 8 <= webp.length;) {
    const length = webp.readUInt32LE(at + 4);
    if (webp.toString('latin1', at, at + 4) === 'VP8 ') return webp.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length % 2);
  }
  throw new Error('a lossy WebP without a VP8 frame in it');
}
