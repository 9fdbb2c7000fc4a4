/** Codes that may leave the server: a client switches on them, and translates them. */
export type ErrorCode =
  | 'invalid' // the input does not have the right form, or a value is out of bounds
  | 'unauthorised' // no valid key or cookie
  | 'forbidden' // known, but the role does not allow it
  | 'not-found'
  | 'conflict' // right form, but not in the present state
  | 'too-large'
  | 'unsupported-media-type'
  | 'quota'
  | 'rate-limited'
  | 'network-missing' // the feature network's weights are not on this machine
  | 'download-failed'
  | 'weights-refused' // wrong checksum, shape or form
  | 'run-failed'
  | 'unavailable'
  | 'internal';

export interface AppErrorOptions {
  readonly code: ErrorCode;
  /** For the log: what happened, with context. */
  readonly message: string;
  /** For people: what happened, what it means for their work, what to do. */
  readonly userMessage: string;
  /** The name of the field that is wrong, where one is. */
  readonly field?: string;
  readonly cause?: unknown;
}

/** An error that knows what to tell the log and what to tell the person. Anything else becomes `internal`. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly userMessage: string;
  readonly field: string | undefined;

  constructor(options: AppErrorOptions) {
    super(options.message, { cause: options.cause });
    this.code = options.code;
    this.userMessage = options.userMessage;
    this.field = options.field;
  }
}
