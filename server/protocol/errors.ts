import * as z from 'zod/mini';

/** Codes that may leave the server: a client switches on them. */
export const errorCodeSchema = z.enum([
  'invalid', // the input does not have the right form, or a value is out of bounds
  'unauthorised', // no valid key or cookie
  'forbidden', // known, but the role does not allow it
  'not-found',
  'conflict', // right form, but not in the present state
  'too-large',
  'unsupported-media-type',
  'quota',
  'rate-limited',
  'network-missing', // the feature network's weights are not on this machine
  'download-failed',
  'weights-refused', // wrong checksum, shape or form
  'run-failed',
  'unavailable',
  'internal',
]);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** An error as people get it. */
export const problemSchema = z.object({
  code: errorCodeSchema,
  /** What happened, what it means for the work, what to do. */
  message: z.string(),
  /** The name of the field that is wrong, where one is. */
  field: z.optional(z.string()),
});
export type Problem = z.infer<typeof problemSchema>;
