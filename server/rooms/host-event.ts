import type { RunFrame } from '../jobs/run-queue';
import type { Problem } from '../protocol/errors';
import type { Access, Iterates } from '../protocol/events';
import type { Forecast } from '../protocol/forecast';
import type { MemberId, RoomId, RunId } from '../protocol/ids';
import type { PresenceBatch } from '../protocol/presence';
import type { ChangeEvent } from '../protocol/sync';

/** What members are told. */
export type HostEvent = { readonly roomId: RoomId } & (
  | { readonly type: 'change'; readonly event: ChangeEvent }
  | { readonly type: 'presence'; readonly batch: PresenceBatch }
  | { readonly type: 'forecast'; readonly forecast: Forecast | null }
  | { readonly type: 'iterates'; readonly iterates: Iterates }
  | { readonly type: 'frame'; readonly runId: RunId; readonly frame: RunFrame }
  /** What goes on is not all being kept, and why; `null`: it is again. */
  | { readonly type: 'unkept'; readonly problem: Problem | null }
  /** To one member. */
  | { readonly type: 'access'; readonly memberId: MemberId; readonly access: Access }
  /** These are members no longer. */
  | { readonly type: 'dismissed'; readonly memberIds: readonly MemberId[]; readonly problem: Problem }
);
