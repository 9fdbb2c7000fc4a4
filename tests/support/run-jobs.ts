import { randomBytes } from 'node:crypto';
import type { RunReport } from '../../server/jobs/messages';
import type { JobPicture, RunEvent, RunJob, RunQueue } from '../../server/jobs/run-queue';
import { roomIdSchema, runIdSchema, type RunId } from '../../server/protocol/ids';
import { defaultSettings, type Settings } from '../../server/protocol/settings';

const noPicture: JobPicture = { imageId: 'a'.repeat(64), bytes: Uint8Array.of(1, 2, 3), crop: null };

/** A job with ids of its own. By default its pictures are no pictures: good enough where nothing computes. */
export function makeJob(
  settings: Partial<Settings> = {},
  pictures: Partial<Pick<RunJob, 'content' | 'styles' | 'initial' | 'start' | 'past'>> = {},
): RunJob {
  return {
    roomId: roomIdSchema.parse('room-0001'),
    runId: runIdSchema.parse(randomBytes(8).toString('hex')),
    settings: { ...defaultSettings('compact'), ...settings },
    content: noPicture,
    styles: [{ ...noPicture, imageId: 'b'.repeat(64) }],
    initial: null,
    start: null,
    past: { steered: false, continuedFrom: null },
    ...pictures,
  };
}

/** Writes down what is reported and lets a test wait for it. */
export class Recorder<Item extends { readonly type: string }> {
  readonly items: Item[] = [];
  readonly #waiting = new Set<() => void>();

  readonly add = (item: Item): void => {
    this.items.push(item);
    for (const check of [...this.#waiting]) check();
  };

  types(): string[] {
    return this.items.map((item) => item.type);
  }

  all<T extends Item['type']>(type: T): Extract<Item, { type: T }>[] {
    return this.items.filter((item): item is Extract<Item, { type: T }> => item.type === type);
  }

  /** The first item that `matches`, once there is one. */
  async until<Found extends Item>(
    what: string,
    matches: (item: Item) => item is Found,
    timeoutMs?: number,
  ): Promise<Found>;
  async until(what: string, matches: (item: Item) => boolean, timeoutMs?: number): Promise<Item>;
  async until(what: string, matches: (item: Item) => boolean, timeoutMs = 20_000): Promise<Item> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(`no ${what} in ${timeoutMs} ms; there were: ${this.types().join(', ')}`));
      }, timeoutMs);
      const check = (): void => {
        const found = this.items.find(matches);
        if (found === undefined) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }

  /** The first item of a type, once there is one. */
  untilType<T extends Item['type']>(type: T, timeoutMs?: number): Promise<Extract<Item, { type: T }>> {
    return this.until(
      `"${type}"`,
      (item): item is Extract<Item, { type: T }> => item.type === type,
      timeoutMs,
    ) as Promise<Extract<Item, { type: T }>>;
  }
}

export type ReportRecorder = Recorder<RunReport>;

/** The events of one run, from now on. */
export function recordRun(queue: RunQueue, runId: RunId): Recorder<RunEvent> {
  const recorder = new Recorder<RunEvent>();
  queue.subscribe((event) => {
    if (event.runId === runId) recorder.add(event);
  });
  return recorder;
}
