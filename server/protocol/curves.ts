import * as z from 'zod/mini';

/** Parts of the whole per kind of term, from 0 to 1; they sum to 1 where anything is there at all. */
export const sharesSchema = z.object({ content: z.number(), style: z.number(), tv: z.number() });
export type Shares = z.infer<typeof sharesSchema>;

/** The scalars of one iterate. Loss values are weighted contributions: `total = content + style + tv`. */
export const curvePointSchema = z.object({
  /** 1-based over all scales; 0 is the picture that the run starts from. */
  iteration: z.int(),
  /** Seconds of computing since the run started. */
  seconds: z.number(),
  /** Size of the picture at this scale, in pixels. */
  width: z.int(),
  height: z.int(),
  total: z.number(),
  content: z.number(),
  style: z.number(),
  tv: z.number(),
  /** The weighted contribution of every term, by its name (`content:block4_conv2`, `style:block1_conv1`, `tv`). */
  terms: z.record(z.string(), z.number()),
  /**
   * Share of each kind in the gradient: its norm over the sum of the three norms. It costs an evaluation, so it is
   * measured only now and then; `null` where it was not.
   */
  gradientShares: z.nullable(sharesSchema),
});
export type CurvePoint = z.infer<typeof curvePointSchema>;

export const progressSchema = z.object({
  iteration: z.int(),
  totalIterations: z.int(),
  /** Estimate of the computing time left, in seconds; `null` until there is something to estimate from. */
  remainingSeconds: z.nullable(z.number()),
});
export type Progress = z.infer<typeof progressSchema>;

/**
 * Thins a curve to at most `limit` points: the first, the last, and evenly spaced ones between.
 * @param limit at least 2
 */
export function thinCurve(points: readonly CurvePoint[], limit: number): CurvePoint[] {
  if (points.length <= limit) return [...points];
  const step = (points.length - 1) / (limit - 1);
  return Array.from({ length: limit }, (_, index) => points[Math.round(index * step)]!);
}
