import type { ErrorRequestHandler } from 'express';
import { AppError, toProblem } from '../errors';
import type { Logger } from '../logger';
import type { ErrorCode } from '../protocol/errors';

const statuses: Readonly<Record<ErrorCode, number>> = {
  invalid: 400,
  unauthorised: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  quota: 409,
  'rate-limited': 429,
  'network-missing': 409,
  'download-failed': 502,
  'weights-refused': 409,
  'run-failed': 409,
  unavailable: 503,
  internal: 500,
};

/** Answers a failed request with `{problem}`. Only what an `AppError` says to people leaves the server. */
export function answerProblems(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const known = fromBodyParser(error) ?? error;
    if (!(known instanceof AppError)) logger.error({ err: error, path: request.path }, 'a request failed');
    const problem = toProblem(known);
    // What is left of a body that was refused is read and dropped, or the client would never see the answer.
    request.resume();
    response.status(statuses[problem.code]).json({ problem });
  };
}

/** Express's JSON parser has errors of its own for what is not JSON, or too much of it. */
function fromBodyParser(error: unknown): AppError | null {
  if (!(error instanceof Error) || !('type' in error)) return null;
  switch (error.type) {
    case 'entity.parse.failed':
      return new AppError({
        code: 'invalid',
        message: error.message,
        userMessage: 'The request is not valid JSON. Nothing was changed.',
        cause: error,
      });
    case 'entity.too.large':
      return new AppError({
        code: 'too-large',
        message: error.message,
        userMessage: 'The request is too large. Nothing was changed.',
        cause: error,
      });
    default:
      return null;
  }
}
