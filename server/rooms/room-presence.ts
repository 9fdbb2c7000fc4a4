import type { MemberId } from '../protocol/ids';
import { PRESENCE_INTERVAL_MS } from '../protocol/limits';
import type { Attention, Presence, PresenceBatch } from '../protocol/presence';
import { isSame } from './setting-changes';

/** An open tab of a member. */
export interface Connection {
  readonly memberId: MemberId;
  /** Says what the member is looking at in this tab. Nothing comes of it once the connection is closed. */
  attend(attention: Attention): void;
}

interface Said {
  readonly attention: Attention;
  /** Larger for what was said later. */
  readonly order: number;
}

const silent: Attention = { pointer: null, moment: null, following: null };

/**
 * Who is in a room and what they look at. It is told in batches of what has changed, the first at once and then at most one
 * in `PRESENCE_INTERVAL_MS`. While nothing changes there is no timer either: a room in which people only watch costs nothing.
 */
export class RoomPresence {
  readonly #tell: (batch: PresenceBatch) => void;
  /** `null` where the tab has said nothing yet. */
  readonly #connections = new Map<Connection, Said | null>();
  #told: ReadonlyMap<MemberId, Attention> = new Map();
  /** Who has come or gone since then: changes and welcomes may have shown them as they were in between. */
  readonly #moved = new Set<MemberId>();
  #timer: NodeJS.Timeout | null = null;
  #order = 0;

  /** @param tell what everybody in the room is to be told */
  constructor(tell: (batch: PresenceBatch) => void) {
    this.#tell = tell;
  }

  /** One person may have several tabs open: they are one member. */
  open(memberId: MemberId): Connection {
    const connection: Connection = {
      memberId,
      attend: (attention) => {
        if (!this.#connections.has(connection)) return;
        this.#connections.set(connection, { attention, order: ++this.#order });
        this.#changed();
      },
    };
    this.#connections.set(connection, null);
    this.#moved.add(memberId);
    this.#changed();
    return connection;
  }

  close(connection: Connection): void {
    this.#connections.delete(connection);
    this.#moved.add(connection.memberId);
    if (this.#connections.size > 0) return this.#changed();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#told = new Map();
    this.#moved.clear();
  }

  get online(): ReadonlySet<MemberId> {
    return new Set([...this.#connections.keys()].map(({ memberId }) => memberId));
  }

  /** Everybody who is here, with what they look at now. */
  get present(): Presence[] {
    return [...this.#attentions()].map(([memberId, attention]) => ({ memberId, ...attention }));
  }

  #changed(): void {
    if (!this.#timer) this.#tellChanges();
  }

  #tellChanges(): void {
    const now = this.#attentions();
    const present = this.present.filter(({ memberId, ...attention }) => {
      const told = this.#told.get(memberId);
      return told === undefined || this.#moved.has(memberId) || !isSame(told, attention);
    });
    const gone = [...this.#moved].filter((memberId) => !now.has(memberId));
    this.#told = now;
    this.#moved.clear();
    this.#timer = null;
    if (present.length === 0 && gone.length === 0) return;
    this.#timer = setTimeout(() => this.#tellChanges(), PRESENCE_INTERVAL_MS);
    this.#tell({ present, gone });
  }

  /** Of a member with several tabs, what the latest of them has said. */
  #attentions(): Map<MemberId, Attention> {
    const latest = new Map<MemberId, Said>();
    for (const [{ memberId }, said] of this.#connections) {
      const before = latest.get(memberId);
      const next = said ?? { attention: silent, order: 0 };
      if (!before || next.order > before.order) latest.set(memberId, next);
    }
    return new Map([...latest].map(([memberId, { attention }]) => [memberId, attention]));
  }
}
