import { AppError } from '../errors';
import { WHAT_A_FAILED_RUN_LEAVES } from './failed-run';
import { saysOutOfMemory } from './memory-messages';

/*
 * Why a run has no process to compute it, as the people whose run it is are told. What ended a process that did compute
 * is told by `exit-reason`.
 */

/** The server is being shut down. */
export function shutDown(): AppError {
  return new AppError({
    code: 'unavailable',
    message: 'the compute process was closed during a run',
    userMessage:
      `The server was shut down before the run came to its end. ${WHAT_A_FAILED_RUN_LEAVES} ` +
      'Start the run again once the server is back.',
  });
}

/** The system could not start a process. @param cause what it threw */
export function notStarted(cause: unknown): AppError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new AppError({
    code: 'run-failed',
    message: `the compute process could not be started: ${message}`,
    userMessage: saysOutOfMemory(message)
      ? "The run was not computed: the server's machine has no memory left for it. Start it again later."
      : "The run was not computed: the computing process could not be started. The server's log says why.",
    cause,
  });
}

/** A process was killed, since it went on with a run that was to stop. */
export function neverStopped(timeoutMs: number): AppError {
  return new AppError({
    code: 'run-failed',
    message: `the compute process was not done with its run ${timeoutMs} ms after it was to stop`,
    userMessage:
      'The run was to stop, but the computing process did not answer any more and was ended. ' +
      WHAT_A_FAILED_RUN_LEAVES,
  });
}
