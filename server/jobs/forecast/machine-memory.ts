import { totalmem } from 'node:os';

/** For the system, the server process and its database. */
const RESERVE_BYTES = 700e6;
/** On a small machine the reserve is no more than this part of it. */
const RESERVE_SHARE = 0.25;

/**
 * What the computing process may take: the machine's memory, or a container's limit where that is lower, less what
 * others need.
 *
 * @param total bytes of the machine
 * @param constrained bytes of the limit; 0 or more than the machine has where there is none
 */
export function usableMemory(total = totalmem(), constrained = process.constrainedMemory()): number {
  const limit = constrained > 0 ? Math.min(total, constrained) : total;
  return limit - Math.min(RESERVE_BYTES, RESERVE_SHARE * limit);
}
