import { AppError } from '../errors';

/** Another writer was faster. */
export function roomChanged(roomId: string, cause?: unknown): AppError {
  return new AppError({
    code: 'conflict',
    message: `room ${roomId} is not at the revision that this change was made for`,
    userMessage: 'The room was changed at the same moment, so this change was not made. Please try it again.',
    cause,
  });
}

export function roomExists(roomId: string, cause?: unknown): AppError {
  return new AppError({
    code: 'conflict',
    message: `room ${roomId} exists already`,
    userMessage: 'There is a room with this address already. Please create the room again.',
    cause,
  });
}

export function roomNotFound(roomId: string): AppError {
  return new AppError({
    code: 'not-found',
    message: `room ${roomId} is not stored`,
    userMessage: 'There is no such room here. Please check the link.',
  });
}

export function runNotFound(runId: string, cause?: unknown): AppError {
  return new AppError({
    code: 'not-found',
    message: `run ${runId} is not stored`,
    userMessage: 'There is no such run here. Please check the link.',
    cause,
  });
}

export function objectNotFound(key: string, cause?: unknown): AppError {
  return new AppError({
    code: 'not-found',
    message: `object ${key} is not stored`,
    userMessage: 'This picture is not on the server. Please upload it again.',
    cause,
  });
}

/** What was read is not what was written. */
export function damaged(what: string, cause?: unknown): AppError {
  return new AppError({
    code: 'internal',
    message: `${what} is damaged: ${cause instanceof Error ? cause.message : 'unexpected content'}`,
    userMessage:
      'Something that was saved can no longer be read, so it cannot be shown. Nothing was changed. Please tell whoever runs this server; its log says what it is.',
    cause,
  });
}
