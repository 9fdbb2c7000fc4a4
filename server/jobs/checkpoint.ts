import type { PlanarImage } from '../style/image';
import type { JobStart } from './run-queue';

/*
 * What a run leaves for another one to go on from: its raw picture as bytes, little-endian float32. Every machine that
 * Node runs on stores floats like that.
 */

/** @returns the picture's own memory, not a copy */
export function toCheckpoint({ data }: PlanarImage): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** The picture of a checkpoint, in memory of its own. */
export function fromCheckpoint({
  picture,
  width,
  height,
}: Pick<JobStart, 'picture' | 'width' | 'height'>): PlanarImage {
  // Copied: float32 needs an aligned buffer, and what came over the channel may lie anywhere.
  const bytes = Uint8Array.from(picture);
  return { width, height, data: new Float32Array(bytes.buffer) };
}
