/**
 * Sends what is pushed at most once in `intervalMs`: the first at once, then whatever gathered since. The last push is
 * always sent.
 * @param merge joins a push with the one that still waits
 */
export function coalesce<T>(intervalMs: number, merge: (waiting: T, next: T) => T, send: (value: T) => void) {
  let waiting: { value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function flush(): void {
    timer = null;
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    timer = setTimeout(flush, intervalMs);
    send(value);
  }

  return function push(value: T): void {
    waiting = { value: waiting ? merge(waiting.value, value) : value };
    if (!timer) flush();
  };
}
