import sharp from 'sharp';
import type { Canvas } from './lib/canvas';
import { clamp } from './lib/math';
import type { Painter } from './lib/painter';

/** Edge of a style picture in pixels. */
export const STYLE_SIZE = 768;

/** Paints a picture and reduces it to `size` pixels: 8-bit RGB, row by row. */
export async function render(painter: Painter, size: number, seed: number): Promise<Buffer> {
  const canvas = painter.paint(Math.round(size * painter.oversample), seed);
  const image = sharp(toBytes(canvas), { raw: { width: canvas.size, height: canvas.size, channels: 3 } });
  return image.resize(size, size, { kernel: 'lanczos3' }).raw().toBuffer();
}

function toBytes({ data }: Canvas): Uint8Array {
  return Uint8Array.from(data, (value) => Math.round(255 * clamp(value)));
}

/** Encodes 8-bit RGB pixels of a square picture as JPEG. */
export async function toJpeg(pixels: Buffer, size: number): Promise<Buffer> {
  const image = sharp(pixels, { raw: { width: size, height: size, channels: 3 } });
  return image.jpeg({ quality: 90, mozjpeg: true }).toBuffer();
}
