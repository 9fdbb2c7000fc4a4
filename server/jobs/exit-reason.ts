import { AppError } from '../errors';
import { WHAT_A_FAILED_RUN_LEAVES } from './failed-run';
import { saysOutOfMemory } from './memory-messages';

/** How a process ended, as Node says it. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * What a compute process's unexpected end means to the people whose run it took along.
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

const kept = `The run cannot go on. ${WHAT_A_FAILED_RUN_LEAVES}`;

function whatHappened(exit: Exit, stderr: string): string {
  if (saysOutOfMemory(stderr)) {
    return `The computing process ran out of memory. ${kept} Start again with a smaller size.`;
  }
  // Nobody but the system's guard of the memory, or a person at the machine, ends a process like that.
  if (exit.signal === 'SIGKILL') {
    return (
      'The computing process was ended from outside, most likely because the machine ran out of memory. ' +
      `${kept} Start again, with a smaller size if it happens again.`
    );
  }
  const how = exit.signal === null ? `code ${exit.code}` : exit.signal;
  return (
    `The computing process crashed (${how}). ${kept} Start again; ` +
    "if it crashes at the same place, the server's log says more."
  );
}
