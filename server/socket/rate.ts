import { createRateLimit } from '../rate-limit';

/** Requests a second that one connection may make; the page sends slider drags at 10 a second. */
const REQUESTS_PER_SECOND = 40;

/**
 * Lets through what comes at a bearable rate.
 * @param connection an id of the connection
 * @throws AppError `rate-limited`
 */
export const checkRate = createRateLimit({
  times: REQUESTS_PER_SECOND,
  seconds: 1,
  what: 'sending requests',
  userMessage: 'Too many changes at once; this one was not made. Wait a second and try again.',
});
