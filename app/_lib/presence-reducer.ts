import type { MemberId, RunId } from '../../server/protocol/ids';
import type { Moment } from '../../server/protocol/moments';
import type { Attention, Presence, PresenceBatch } from '../../server/protocol/presence';
import type { Room } from '../../server/protocol/room';
import { isActive } from '../../server/protocol/runs';

export type Presences = Readonly<Partial<Record<MemberId, Attention>>>;

/** What this page knows of where people look. */
export interface Looks {
  readonly session: { readonly memberId: MemberId } | null;
  readonly room: Room | null;
  /** Of everybody who is here. */
  readonly presences: Presences;
  /** Whose moments this page goes along with. */
  readonly following: MemberId | null;
  /** See `RoomState`. */
  readonly view: RunId | null;
  readonly moment: number | null;
}

/** How a page shows a moment; `null` is what is going on now. */
export function viewOf(room: Room | null, moment: Moment | null): Pick<Looks, 'view' | 'moment'> {
  if (!moment) return { view: null, moment: null };
  const run = room?.runs.find(({ id }) => id === moment.runId);
  const ended = run && !isActive(run.status) && run.progress.iteration === moment.iteration;
  // The end of a run is its result, whether or not a picture of that moment was kept.
  return { view: moment.runId, moment: ended ? null : moment.iteration };
}

export function presencesOf(present: readonly Presence[]): Presences {
  return Object.fromEntries(present.map(({ memberId, ...attention }) => [memberId, attention]));
}

export function withPresence<S extends Looks>(state: S, { present, gone }: PresenceBatch): S {
  const presences = { ...state.presences, ...presencesOf(present) };
  for (const memberId of gone) delete presences[memberId];
  return follow({ ...state, presences });
}

/** Looks at what the one who is followed looks at; who has left is followed no longer. */
export function follow<S extends Looks>(state: S): S {
  if (state.following === null) return state;
  const followed = state.presences[state.following];
  if (!followed) return { ...state, following: null };
  if (isFollowedBack(state)) return state;
  const next = viewOf(state.room, followed.moment);
  const known = next.view === null || state.room?.runs.some(({ id }) => id === next.view);
  const same = next.view === state.view && next.moment === state.moment;
  return !known || same ? state : { ...state, ...next };
}

/** Whether whom I follow follows me, over however many others: going along, we would chase each other for ever. */
function isFollowedBack({ session, presences, following }: Looks): boolean {
  const seen = new Set<MemberId>();
  let next = following;
  while (next !== null && !seen.has(next)) {
    if (next === session?.memberId) return true;
    seen.add(next);
    next = presences[next]?.following ?? null;
  }
  return false;
}
