import type { RoomId, RunId } from '../protocol/ids';
import type { ForecastRequest, RunJob } from './run-queue';

/** A run that waits. */
export interface Waiting {
  job: RunJob;
  /** What a forecast of it is made for; `null` where none can be. */
  readonly request: ForecastRequest | null;
  /** Held runs are passed over until they are let go. */
  held: boolean;
}

/** So many rooms are remembered for their turns: more than wait at once. */
const MAX_ROOMS = 1000;

/**
 * Runs that wait, and whose turn it is: rooms take turns, so that one that asks for run after run does not keep the others
 * waiting. The next run is of the room that was served longest ago, and where none was, of the one that came first.
 */
export class WaitingRow {
  /** As they came. */
  readonly #entries: Waiting[] = [];
  /** The rooms that were served, longest ago first. */
  readonly #served = new Set<RoomId>();

  add(entry: Waiting): void {
    this.#entries.push(entry);
  }

  find(runId: RunId): Waiting | undefined {
    return this.#entries.find(({ job }) => job.runId === runId);
  }

  remove(entry: Waiting): void {
    this.#entries.splice(this.#entries.indexOf(entry), 1);
  }

  /** Takes a run out of the row, whose room has had its turn by it. */
  serve(entry: Waiting): void {
    this.remove(entry);
    markServed(this.#served, entry.job.roomId);
    if (this.#served.size > MAX_ROOMS) this.#served.delete(first(this.#served));
  }

  /** Empties the row. @returns what was in it, as it came */
  clear(): Waiting[] {
    return this.#entries.splice(0);
  }

  /** The runs that are not held, in the order in which their turns will come. */
  inTurn(): Waiting[] {
    const left = this.#entries.filter(({ held }) => !held);
    const served = new Set(this.#served);
    const row: Waiting[] = [];
    while (left.length > 0) {
      const next = nextOf(left, [...served]);
      left.splice(left.indexOf(next), 1);
      markServed(served, next.job.roomId);
      row.push(next);
    }
    return row;
  }
}

/** @param served longest ago first */
function nextOf(waiting: readonly Waiting[], served: readonly RoomId[]): Waiting {
  const turn = ({ job }: Waiting) => served.indexOf(job.roomId); // -1 where it was never served
  return waiting.reduce((next, entry) => (turn(entry) < turn(next) ? entry : next));
}

function markServed(served: Set<RoomId>, roomId: RoomId): void {
  served.delete(roomId); // a set keeps the order in which things came
  served.add(roomId);
}

function first<T>(set: ReadonlySet<T>): T {
  const [value] = set;
  return value as T;
}
