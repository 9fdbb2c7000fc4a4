import * as z from 'zod/mini';

/** What a run with the present setup would take on the machine that computes. */
export const forecastSchema = z.object({
  /** At the full size. */
  secondsPerIteration: z.number(),
  /** Of the whole run, all scales together. */
  totalSeconds: z.number(),
  /** Largest resident memory of the computing process, in bytes. */
  peakBytes: z.number(),
  /** Whether that is within the memory of the machine. */
  fits: z.boolean(),
  /** The largest size, in pixels of the long side, that would fit; at most what the protocol allows. */
  largestSize: z.int(),
});
export type Forecast = z.infer<typeof forecastSchema>;
