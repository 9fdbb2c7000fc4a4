export interface Coalesced<T> {
  push(value: T): void;
  /** Sends what still waits, now: something else is about to be sent that must not overtake it. */
  flush(): void;
}

/**
 * Sends what is pushed at most once in `intervalMs`: the first at once, then whatever gathered since. The last push is
 * always sent.
 * @param merge joins a push with the one that still waits
 */
export function coalesce<T>(
  intervalMs: number,
  merge: (waiting: T, next: T) => T,
  send: (value: T) => void,
): Coalesced<T> {
  let waiting: { value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function flush(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    timer = setTimeout(flush, intervalMs);
    send(value);
  }

  return {
    push(value) {
      waiting = { value: waiting ? merge(waiting.value, value) : value };
      if (!timer) flush();
    },
    flush() {
      if (waiting) flush();
    },
  };
}
