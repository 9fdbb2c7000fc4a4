import type { ErrorCode, Problem } from './protocol/errors';

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

/** An error that knows what to tell the log and what to tell the person. */
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

/** What of an error may leave the server: an `AppError`'s code and user message; of anything else, nothing but that it happened. */
export function toProblem(error: unknown): Problem {
  if (error instanceof AppError) {
    return { code: error.code, message: error.userMessage, field: error.field };
  }
  return {
    code: 'internal',
    message: 'Something went wrong on the server. Nothing that was saved is lost; please try again.',
  };
}
