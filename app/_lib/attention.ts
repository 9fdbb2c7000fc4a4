import { PRESENCE_INTERVAL_MS } from '../../server/protocol/limits';
import type { Attention, Pointer } from '../../server/protocol/presence';
import { coalesce } from './coalesce';
import { ownMoment } from './presence-selectors';
import type { RoomState } from './room-reducer';
import type { RoomStore } from './room-store';

export interface AttentionTeller {
  /** Says where on the picture this browser points; `null`: not on it. */
  point(pointer: Pointer | null): void;
  close(): void;
}

/** What a new connection is taken to look at. */
const nothing: Attention = { pointer: null, moment: null, following: null };

/** Tells the room what this page looks at whenever that changes, at most once in `PRESENCE_INTERVAL_MS`. */
export function createAttentionTeller(
  store: RoomStore,
  send: (attention: Attention) => void,
): AttentionTeller {
  let pointer: Pointer | null = null;
  let told = nothing;
  const sending = coalesce<Attention>(PRESENCE_INTERVAL_MS, (_waiting, next) => next, send);

  function tell(state: RoomState): void {
    if (state.connection !== 'online') return;
    const next = { pointer, moment: ownMoment(state), following: state.following };
    if (isSame(next, told)) return;
    told = next;
    sending.push(next);
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (before.connection !== 'online') told = nothing;
    tell(state);
  });

  return {
    point(next) {
      pointer = next;
      tell(store.getState());
    },
    close: unsubscribe,
  };
}

function isSame(a: Attention, b: Attention): boolean {
  return (
    a.following === b.following &&
    a.pointer?.x === b.pointer?.x &&
    a.pointer?.y === b.pointer?.y &&
    a.moment?.runId === b.moment?.runId &&
    a.moment?.iteration === b.moment?.iteration
  );
}
