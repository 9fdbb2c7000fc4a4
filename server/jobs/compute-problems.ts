import { AppError } from '../errors';
import { saysOutOfMemory } from './memory-messages';

/*
 * Why a run has no process to compute it, or has it no longer, as the people whose run it is are told: while it starts
 * again, and, where that did not help, as the reason of its failure. What ended a process by itself is told by
 * `exit-reason`.
 */

/** The system could not start a process. @param cause what it threw */
export function notStarted(cause: unknown): AppError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new AppError({
    code: 'run-failed',
    message: `the compute process could not be started: ${message}`,
    userMessage: saysOutOfMemory(message)
      ? "The computing process could not be started: the server's machine has no memory left for it."
      : "The computing process could not be started. The server's log says why.",
    cause,
  });
}

/** A process was killed, since it went on with a run that was to stop. */
export function neverStopped(timeoutMs: number): AppError {
  return new AppError({
    code: 'run-failed',
    message: `the compute process was not done with its run ${timeoutMs} ms after it was to stop`,
    userMessage:
      'The run was to stop, but the computing process did not answer any more, so it was replaced.',
  });
}

/** A process was killed, since nothing was heard of its run. */
export function wentSilent(silentMs: number): AppError {
  return new AppError({
    code: 'run-failed',
    message: `nothing was heard of the run for ${Math.round(silentMs)} ms`,
    userMessage:
      'The computing process did not come further for much longer than an iteration takes, so it was replaced.',
  });
}
