import type { ForecastRequest } from '../jobs/run-queue';
import type { ImageInfo, Picture } from '../protocol/images';
import type { Painting } from './inputs';

/**
 * What to ask a forecast for; `null` where pictures are missing.
 * @param images of the room, among which the pictures are
 */
export function forecastRequest(
  { settings, content, styles }: Painting,
  images: readonly ImageInfo[],
): ForecastRequest | null {
  const contentSize = content && croppedSize(content, images);
  const styleSizes = styles.flatMap((style) => croppedSize(style, images) ?? []);
  if (!contentSize || styles.length === 0 || styleSizes.length < styles.length) return null;
  return { settings, content: contentSize, styles: styleSizes };
}

/** The part of a picture that is used, in pixels. */
function croppedSize(
  { imageId, crop }: Picture,
  images: readonly ImageInfo[],
): { width: number; height: number } | null {
  const image = images.find(({ id }) => id === imageId);
  if (!image) return null;
  const pixels = (side: number, part: number) => Math.max(1, Math.round(side * part));
  return { width: pixels(image.width, crop?.width ?? 1), height: pixels(image.height, crop?.height ?? 1) };
}
