import type { RunFrame } from '../jobs/run-queue';
import type { Iterates } from '../protocol/events';
import type { RoomId, RunId } from '../protocol/ids';
import type { Room } from '../protocol/room';

/** What members are told. */
export type HostEvent = { readonly roomId: RoomId } & (
  | { readonly type: 'room'; readonly room: Room }
  | { readonly type: 'iterates'; readonly iterates: Iterates }
  | { readonly type: 'frame'; readonly runId: RunId; readonly frame: RunFrame }
);
