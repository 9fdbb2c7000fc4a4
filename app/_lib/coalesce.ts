export interface Coalesced<T> {
  push(value: T): void;
  /** Sends what still waits, now: something else is about to be sent that must not overtake it. */
  flush(): void;
}

/** Runs something once a time has passed. Returns how to give it up. */
export type Wait = (run: () => void, ms: number) => () => void;

const waitExactly: Wait = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * Sends what is pushed at most once in `intervalMs`: the first at once, then whatever gathered since. The last push is
 * always sent.
 * @param merge joins a push with the one that still waits
 * @param wait how the time between two is waited for; it may last longer
 */
export function coalesce<T>(
  intervalMs: number,
  merge: (waiting: T, next: T) => T,
  send: (value: T) => void,
  wait: Wait = waitExactly,
): Coalesced<T> {
  let waiting: { value: T } | null = null;
  let giveUp: (() => void) | null = null;

  function sendWaiting(): void {
    giveUp?.();
    giveUp = null;
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    giveUp = wait(sendWaiting, intervalMs);
    send(value);
  }

  return {
    push(value) {
      waiting = { value: waiting ? merge(waiting.value, value) : value };
      if (!giveUp) sendWaiting();
    },
    flush() {
      if (waiting) sendWaiting();
    },
  };
}
