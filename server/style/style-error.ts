/** What went wrong in the numerics. The caller turns it into words for people. */
export type StyleErrorCode =
  | 'unknown-tap' // a layer that the network does not have
  | 'bad-network' // operations whose shapes do not fit together
  | 'bad-settings' // weights or counts that make no objective
  | 'bad-picture' // too small, too oblong, or of the wrong length
  | 'non-finite' // NaN or infinity where a number is needed
  | 'disposed'; // used after dispose()

/** An error of the pure part, which imports nothing, not even the application's own error class. */
export class StyleError extends Error {
  override readonly name = 'StyleError';

  constructor(
    readonly code: StyleErrorCode,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}
