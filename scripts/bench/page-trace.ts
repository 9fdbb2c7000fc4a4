import { z } from 'zod';

/** A task of at least this length keeps the page from answering: the browser's own definition of a long one. */
const LONG_TASK_MS = 50;

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** Microseconds. */
      dur: z.number().optional(),
      args: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
});

/** From the input itself to the next picture of the page that follows it. */
const timingSchema = z.object({
  data: z.object({ type: z.string(), duration: z.number(), interactionId: z.number().default(0) }),
});

/** What a trace says of how a page answers. */
export interface TraceSummary {
  /** Milliseconds of each interaction: a key, or a press or release of the pointer. The longest of its events counts. */
  readonly interactions: readonly number[];
  /** Milliseconds of each task of the page's main thread that was long. */
  readonly longTasks: readonly number[];
}

/**
 * Reads a trace of Chromium with the categories {@link TRACE_CATEGORIES}.
 * @throws z.ZodError where it has another form
 */
export function summariseTrace(json: string): TraceSummary {
  const { traceEvents } = traceSchema.parse(JSON.parse(json));
  const threadOf = ({ pid, tid }: { pid: number; tid: number }) => `${pid} ${tid}`;
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args['name'] === 'CrRendererMain')
      .map(threadOf),
  );
  const longest = new Map<number, number>();
  for (const { name, ph, args } of traceEvents) {
    if (name !== 'EventTiming' || ph !== 'b') continue;
    const { interactionId, duration } = timingSchema.parse(args).data;
    if (interactionId === 0) continue;
    longest.set(interactionId, Math.max(duration, longest.get(interactionId) ?? 0));
  }
  const longTasks = traceEvents
    .filter((event) => event.name === 'ThreadControllerImpl::RunTask' && mainThreads.has(threadOf(event)))
    .map(({ dur = 0 }) => dur / 1000)
    .filter((milliseconds) => milliseconds >= LONG_TASK_MS);
  return { interactions: [...longest.values()], longTasks };
}

export const TRACE_CATEGORIES = ['devtools.timeline', 'toplevel'];
