import type { MemberId } from '../../server/protocol/ids';
import type { Moment } from '../../server/protocol/moments';
import type { Pointer } from '../../server/protocol/presence';
import type { Member } from '../../server/protocol/room';
import type { RoomState } from './room-reducer';
import { latestRun, shownRun } from './room-selectors';

/** The moment that this page shows; `null` while it shows what is going on now. */
export function ownMoment(state: RoomState): Moment | null {
  const run = shownRun(state);
  if (!run || (state.moment === null && run.id === latestRun(state)?.id)) return null;
  return { runId: run.id, iteration: state.moment ?? run.progress.iteration };
}

/** Where another member points on the picture that this page shows; `null` where they do not. */
export function pointerOf(state: RoomState, memberId: MemberId): Pointer | null {
  const attention = state.presences[memberId];
  if (!attention?.pointer || memberId === state.session?.memberId) return null;
  const own = ownMoment(state);
  const { moment } = attention;
  const same = own?.runId === moment?.runId && own?.iteration === moment?.iteration;
  return same ? attention.pointer : null;
}

/** Those of {@link pointerOf}. */
export function pointingMembers(state: RoomState): Member[] {
  return state.room?.members.filter(({ id }) => pointerOf(state, id) !== null) ?? [];
}
