import { AppError } from '../errors';

/** `conflict`: another writer was faster, and the room is not as it was when this change was made. */
export function roomChanged(roomId: string, cause?: unknown): AppError {
  return new AppError({
    code: 'conflict',
    message: `room ${roomId} is not at the revision that this change was made for`,
    userMessage: 'The room was changed at the same moment, so this change was not made. Please try it again.',
    cause,
  });
}

/** `conflict`: a new room got the id of one that there is. */
export function roomExists(roomId: string, cause?: unknown): AppError {
  return new AppError({
    code: 'conflict',
    message: `room ${roomId} exists already`,
    userMessage: 'There is a room with this address already. Please create the room again.',
    cause,
  });
}

/** `not-found`: a room that was never created here. */
export function roomNotFound(roomId: string): AppError {
  return new AppError({
    code: 'not-found',
    message: `room ${roomId} is not stored`,
    userMessage: 'There is no such room here. Please check the link.',
  });
}

/** `not-found`: a run that no room here has. */
export function runNotFound(runId: string, cause?: unknown): AppError {
  return new AppError({
    code: 'not-found',
    message: `run ${runId} is not stored`,
    userMessage: 'There is no such run here. Please check the link.',
    cause,
  });
}

/** `not-found`: bytes that the object store does not have, or a key that cannot be one. */
export function objectNotFound(key: string, cause?: unknown): AppError {
  return new AppError({
    code: 'not-found',
    message: `object ${key} is not stored`,
    userMessage: 'This picture is not on the server. Please upload it again.',
    cause,
  });
}

/**
 * `internal`: what was read is not what was written.
 * @param what names it for the log: `room abc`
 */
export function damaged(what: string, cause?: unknown): AppError {
  return new AppError({
    code: 'internal',
    message: `${what} is damaged: ${cause instanceof Error ? cause.message : 'unexpected content'}`,
    userMessage:
      'Something that was saved can no longer be read, so it cannot be shown. Nothing was changed. Please tell whoever runs this server; its log says what it is.',
    cause,
  });
}
