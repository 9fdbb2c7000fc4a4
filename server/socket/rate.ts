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

/** Twice what the page sends: what one connection says of its pointer. */
const ATTENTIONS_PER_SECOND = 20;

/** As {@link checkRate}, for what a member looks at. */
export const checkAttentionRate = createRateLimit({
  times: ATTENTIONS_PER_SECOND,
  seconds: 1,
  what: 'telling what they look at',
  userMessage: 'Your pointer moves too often for the others to see each of its places.',
});
