import { AppError } from '../../server/errors';

/** What the person at the terminal got wrong: an argument, or a file that cannot be used. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Runs a command and turns what it throws into one line on stderr and an exit code: 2 for a {@link UsageError}, 1 for
 * everything else. Only an error that nobody foresaw shows its stack.
 */
export async function runCli(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.exitCode = error instanceof UsageError ? 2 : 1;
    process.stderr.write(`${describe(error)}\n`);
  }
}

function describe(error: unknown): string {
  if (error instanceof UsageError) return oneLine(error.message);
  if (error instanceof AppError) return oneLine(error.userMessage);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}

/** Runs `action` and turns what it throws into a {@link UsageError}, told by `describeError`. */
export async function asUsage<T>(
  action: () => T | Promise<T>,
  describeError: (message: string) => string = (message) => message,
): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const message = error instanceof AppError ? error.userMessage : (error as Error).message;
    throw new UsageError(describeError(message), { cause: error });
  }
}
