/** Work that found no idle moment for so long is done all the same. */
const PATIENCE_MS = 200;

/**
 * Runs something once a time has passed and the page then has nothing more urgent to do, such as answering a key or drawing
 * what it changed. A browser that does not tell when it is idle runs it at once then.
 * @returns how to give it up
 */
export function idleAfter(run: () => void, ms: number): () => void {
  let idle: number | undefined;
  const timer = setTimeout(() => {
    if (typeof requestIdleCallback === 'undefined') run();
    else idle = requestIdleCallback(run, { timeout: PATIENCE_MS });
  }, ms);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
