/**
 * A picture as the numerics see it: planar RGB, sRGB-encoded, float32.
 *
 * `data` has shape `[3][height][width]` (all of R, then all of G, then all of B), range [0,1]; values outside
 * that range occur while an optimiser runs and are clamped only where a picture leaves the engine.
 */
export interface PlanarImage {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A picture's size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
