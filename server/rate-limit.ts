import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from './errors';

export interface RateLimitOptions {
  /** How often something may be done in `seconds`. */
  readonly times: number;
  readonly seconds: number;
  /** For the log: what is done too often, such as `making rooms`. */
  readonly what: string;
  /** For whoever does it too often. */
  readonly userMessage: string;
}

/**
 * A limit that is counted for each of those who do something, in this process.
 * @returns counts once; the argument says who does it (an address, a connection). It throws AppError `rate-limited` where
 * that was too often
 */
export function createRateLimit(options: RateLimitOptions): (who: string) => Promise<void> {
  const { times, seconds, what, userMessage } = options;
  const limiter = new RateLimiterMemory({ points: times, duration: seconds });
  return async (who) => {
    try {
      await limiter.consume(who);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new AppError({
        code: 'rate-limited',
        message: `${who}: ${what} more than ${times} times in ${seconds} s`,
        userMessage,
      });
    }
  };
}
