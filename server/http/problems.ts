import type { ErrorRequestHandler, Request } from 'express';
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

/** Answers a failed request of the API with `{problem}`. Only what an `AppError` says to people leaves the server. */
export function answerProblems(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const known = error instanceof AppError ? error : fromExpress(error);
    if (known === null) logFailure(logger, error, request);
    if (response.headersSent) return next(error);
    const problem = toProblem(known ?? error);
    // What is left of a body that was refused is read and dropped, or the client would never see the answer.
    request.resume();
    response.status(statuses[problem.code]).json({ problem });
  };
}

/** The last resort, for what is not the API's: a plain 500, and the error in the log. */
export function answerFailures(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const known = error instanceof AppError ? error : fromExpress(error);
    if (known === null) logFailure(logger, error, request);
    if (response.headersSent) return next(error); // Express cuts the connection: half an answer must not look whole
    response
      .status(known === null ? 500 : statuses[known.code])
      .type('text/plain')
      .send(toProblem(known ?? error).message);
  };
}

function logFailure(logger: Logger, error: unknown, request: Request): void {
  const fields = { err: error, method: request.method, path: request.path };
  if (isAbort(error, request)) logger.debug(fields, 'a client went away before its request was whole');
  else logger.error(fields, 'a request failed');
}

/** A client that closes its tab during an upload is nobody's mistake, and gets no answer. */
function isAbort(error: unknown, request: Request): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return !request.complete && (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE');
}

/** Express, its router and its parser of JSON throw errors of their own, with a status, for requests that are no good. */
function fromExpress(error: unknown): AppError | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  if (error.status < 400 || error.status > 499) return null;
  const type = 'type' in error ? error.type : undefined;
  const { code, userMessage } = requestFault(error, error.status, type);
  return new AppError({ code, message: error.message, userMessage, cause: error });
}

function requestFault(
  error: Error,
  status: number,
  type: unknown,
): { readonly code: ErrorCode; readonly userMessage: string } {
  if (type === 'entity.parse.failed') {
    return { code: 'invalid', userMessage: 'The request is not valid JSON. Nothing was changed.' };
  }
  if (status === 413) {
    return { code: 'too-large', userMessage: 'The request is too large. Nothing was changed.' };
  }
  if (status === 415) {
    return {
      code: 'unsupported-media-type',
      userMessage: 'The request is in an encoding that is not understood. Nothing was changed.',
    };
  }
  if (error instanceof URIError) {
    return { code: 'invalid', userMessage: 'This address is not valid. Please check the link.' };
  }
  return { code: 'invalid', userMessage: 'The request is not valid. Nothing was changed.' };
}
