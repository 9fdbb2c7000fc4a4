import type { CurvePoint, Progress } from '../protocol/curves';
import type { RunId } from '../protocol/ids';
import type { PresenceBatch } from '../protocol/presence';
import { isActive } from '../protocol/runs';
import type { RunFrame } from '../jobs/run-queue';
import type { RoomRecord } from './record';
import type { Forecast } from '../protocol/forecast';
import { Keeping } from './keeping';
import type { RoomLog } from './room-log';
import { RoomPresence } from './room-presence';
import type { Liveness } from './snapshot';

/** What is known of the run that a room computes now, or computed last. */
export interface Activity {
  readonly runId: RunId;
  /** Grows as the run goes on. */
  readonly curve: CurvePoint[];
  progress: Progress;
  frame: RunFrame | null;
  /** When the curve was last kept; milliseconds since 1970. */
  curveSavedAt: number;
}

/** A room in memory: its last kept state, who is here, and what is going on. */
export class LiveRoom {
  record: RoomRecord;
  /** The state that was kept last. `record` is ahead of it only while nothing can be written. */
  kept: RoomRecord;
  activity: Activity | null = null;
  /** What those who are here were told of last. */
  forecast: Forecast | null = null;
  readonly keeping = new Keeping();
  /** Of the changes that were told. */
  readonly log: RoomLog;
  readonly presence: RoomPresence;
  #tail: Promise<unknown> = Promise.resolve();

  /** @param tellPresence see {@link RoomPresence} */
  constructor(record: RoomRecord, log: RoomLog, tellPresence: (batch: PresenceBatch) => void) {
    this.log = log;
    this.presence = new RoomPresence(tellPresence);
    this.record = record;
    this.kept = record;
  }

  /** Does one thing after another, so that every command sees the state that the one before it has kept. */
  serialise<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#tail.then(work);
    this.#tail = done.catch(() => undefined); // whoever asked for the work gets its error; the next goes on
    return done;
  }

  get liveness(): Liveness {
    return {
      online: this.presence.online,
      progress: this.activity && { runId: this.activity.runId, value: this.activity.progress },
    };
  }

  /** True when nothing would be lost by forgetting the room, once nobody is at work in it. */
  get idle(): boolean {
    return (
      this.presence.online.size === 0 &&
      this.record === this.kept &&
      !this.record.runs.some((run) => isActive(run.status))
    );
  }
}
