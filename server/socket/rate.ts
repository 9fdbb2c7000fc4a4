import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../errors';

/** Commands a second that one connection may give; the page sends slider drags at 10 a second. */
const COMMANDS_PER_SECOND = 40;

const limiter = new RateLimiterMemory({ points: COMMANDS_PER_SECOND, duration: 1 });

/**
 * Lets through what comes at a bearable rate.
 * @param connection an id of the connection
 * @throws AppError `rate-limited`
 */
export async function checkRate(connection: string): Promise<void> {
  try {
    await limiter.consume(connection);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new AppError({
      code: 'rate-limited',
      message: `${connection} sends more than ${COMMANDS_PER_SECOND} requests a second`,
      userMessage: 'Too many changes at once; this one was not made. Wait a second and try again.',
    });
  }
}
