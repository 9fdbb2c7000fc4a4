import { AppError } from '../errors';
import { saysOutOfMemory } from './memory-messages';

/** How a process ended, as Node says it. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * What a compute process's unexpected end means to the people whose run it was at. The run starts again, so that is not
 * part of it.
 *
 * @param stderr the last of what it wrote there: a runtime that is out of memory mostly says so
 */
export function exitProblem(exit: Exit, stderr: string): AppError {
  const how = exit.signal === null ? `with code ${exit.code}` : `by signal ${exit.signal}`;
  return new AppError({
    code: 'run-failed',
    message: `the compute process ended ${how}`,
    userMessage: whatHappened(exit, stderr),
  });
}

function whatHappened(exit: Exit, stderr: string): string {
  if (saysOutOfMemory(stderr)) {
    return 'The computing process ran out of memory. A smaller size needs less of it.';
  }
  // Nobody but the system's guard of the memory, or a person at the machine, ends a process like that.
  if (exit.signal === 'SIGKILL') {
    return (
      'The computing process was ended from outside, most likely because the machine ran out of memory. ' +
      'A smaller size needs less of it.'
    );
  }
  const how = exit.signal === null ? `code ${exit.code}` : exit.signal;
  return `The computing process crashed (${how}). The server's log says more.`;
}
