import type { Sharp } from 'sharp';

/** Reduces a picture (Lanczos) so that its long side has at most `maxSide` pixels. Never enlarges. */
export function fitInside(pipeline: Sharp, maxSide: number): Sharp {
  return pipeline.resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true });
}
