import { AppError } from '../../errors';
import { Prisma } from '../generated/client';

/** True for a row that has a key that another one has. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

/** True for a row that refers to one that is not there. */
export function isDangling(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003';
}

/**
 * Does work on the database, and says what it means where that fails for a reason outside of this program. Other
 * errors pass through.
 * @param what for the log, e.g. `save room abc`
 * @throws AppError `unavailable` where the disk is full, or the file is locked or cannot be written
 */
export async function onDatabase<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = outsideReason(error);
    if (reason === undefined) throw error;
    throw new AppError({
      code: 'unavailable',
      message: `could not ${what}: ${reason.name}`,
      userMessage: `${reason.sentence} This change was not made; what was saved before is safe. Please tell whoever runs this server, then try again.`,
      cause: error,
    });
  }
}

const OUTSIDE_REASONS = [
  {
    name: 'the disk is full',
    pattern: /database or disk is full/,
    sentence: "The server's disk is full, so it could not be saved.",
  },
  {
    name: 'the database is locked',
    pattern: /database is locked|SocketTimeout|Socket timeout|Operation has timed out/,
    sentence: "Another program holds the server's database, so it could not be saved.",
  },
  {
    name: 'the disk does not work',
    pattern: /disk I\/O error|readonly database|unable to open database/,
    sentence: 'The server could not use its disk.',
  },
];

function outsideReason(error: unknown) {
  const message = error instanceof Error ? error.message : '';
  return OUTSIDE_REASONS.find(({ pattern }) => pattern.test(message));
}
