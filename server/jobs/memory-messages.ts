/**
 * What runtimes say when there is no memory: libstdc++, ONNX Runtime, V8, libvips and the operating system. Whole phrases
 * only: that something was "allocated" is said in other errors, too.
 */
const phrases =
  /bad_alloc|failed to allocate memory|cannot allocate memory|array buffer allocation failed|out of memory|\bENOMEM\b/i;

/** Whether an error's message, or what a process wrote before it died, says that memory ran out. */
export function saysOutOfMemory(text: string): boolean {
  return phrases.test(text);
}
