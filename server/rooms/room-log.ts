import type { LogId } from '../protocol/ids';
import { MAX_LOGGED_CHANGES } from '../protocol/limits';
import type { ChangeEvent, RoomChange, Since } from '../protocol/sync';

/**
 * The latest changes of a room in memory, for who was away for a moment. It is not kept: whoever comes with another log's
 * revisions gets the whole room.
 */
export class RoomLog {
  readonly id: LogId;
  readonly #events: ChangeEvent[] = [];
  #revision: number;

  /**
   * @param id one that no other log has
   * @param revision of the room as it is now
   */
  constructor(id: LogId, revision: number) {
    this.id = id;
    this.#revision = revision;
  }

  /** Adds a step of the room. @returns what everybody who has the revision before it is to be told */
  add(revision: number, change: RoomChange): ChangeEvent {
    const event = { log: this.id, revision, change };
    this.#events.push(event);
    if (this.#events.length > MAX_LOGGED_CHANGES) this.#events.shift();
    this.#revision = revision;
    return event;
  }

  /** What somebody has missed, oldest first; `null` where that is not known any more. */
  missedSince(since: Since): readonly ChangeEvent[] | null {
    if (since.log !== this.id || since.revision > this.#revision) return null;
    const missed = this.#events.filter(({ revision }) => revision > since.revision);
    return missed.length === this.#revision - since.revision ? missed : null;
  }
}
