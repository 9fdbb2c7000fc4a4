import type { RunId } from '../protocol/ids';
import type { RunEvents } from './run-events';
import type { RunJob } from './run-queue';
import { isWorthTelling } from './start-times';

interface Told {
  readonly position: number;
  readonly startsInSeconds: number | null;
}

/** Tells runs that wait their place and when they will begin, where that is no longer what they were told. */
export class RowNews {
  readonly #events: RunEvents;
  #told = new Map<RunId, Told>();

  constructor(events: RunEvents) {
    this.#events = events;
  }

  /**
   * @param row all that wait, the next one first
   * @param startTimes of each of them: seconds from now, `null` where that is not known
   */
  tell(row: readonly RunJob[], startTimes: readonly (number | null)[]): void {
    const told = new Map<RunId, Told>();
    for (const [index, { roomId, runId }] of row.entries()) {
      const position = index + 1;
      const startsInSeconds = startTimes[index] ?? null;
      const before = this.#told.get(runId);
      if (before?.position === position && !isWorthTelling(before.startsInSeconds, startsInSeconds)) {
        told.set(runId, before);
        continue;
      }
      told.set(runId, { position, startsInSeconds });
      this.#events.emit({ roomId, runId, type: 'queued', position, startsInSeconds });
    }
    this.#told = told; // a run that comes back into the row is told anew
  }
}
