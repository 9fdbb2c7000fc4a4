import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { JobPicture } from '../../server/jobs/run-queue';

/** A photograph-like scene: a sky that fades, a sun, a dark hill. */
export async function scenePicture(width: number, height: number): Promise<JobPicture> {
  return picture(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 100 100" preserveAspectRatio="none">
    <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#3a6ea5"/><stop offset="1" stop-color="#f4d9b0"/></linearGradient>
    <rect width="100" height="100" fill="url(#sky)"/><circle cx="70" cy="30" r="12" fill="#fff3c4"/>
    <path d="M0 80 Q 25 45 50 72 T 100 60 V100 H0 Z" fill="#2c3e2d"/><rect x="20" y="60" width="8" height="25" fill="#7b3f2a"/></svg>`);
}

/** A painting-like pattern: bold diagonal strokes in a few colours. */
export async function strokesPicture(width: number, height: number): Promise<JobPicture> {
  const colours = ['#c0392b', '#f1c40f', '#1f3a93', '#ecf0f1', '#16a085'];
  const strokes = Array.from({ length: 40 }, (_, index) => {
    const x = (index * 37) % 100;
    const y = (index * 61) % 100;
    return `<path d="M${x - 20} ${y} q 10 -14 22 -4 t 20 -6" stroke="${colours[index % colours.length]}" stroke-width="5" fill="none"/>`;
  });
  return picture(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 100 100" preserveAspectRatio="none">` +
      `<rect width="100" height="100" fill="#2c2c54"/>${strokes.join('')}</svg>`,
  );
}

async function picture(svg: string): Promise<JobPicture> {
  const bytes = await sharp(Buffer.from(svg)).png().toBuffer();
  return { imageId: createHash('sha256').update(bytes).digest('hex'), bytes, crop: null };
}
