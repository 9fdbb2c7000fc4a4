/** A slider comes back to the value that it started from without a word; so the pointer's own end counts as well. */
export function whenPointerLeaves(callback: () => void): void {
  const end = new AbortController();
  for (const type of ['pointerup', 'pointercancel']) {
    window.addEventListener(
      type,
      () => {
        end.abort();
        callback();
      },
      { signal: end.signal },
    );
  }
}
