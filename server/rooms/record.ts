import type { ImageInfo } from '../protocol/images';
import type { MemberId, RoomId, RunId } from '../protocol/ids';
import type { Role } from '../protocol/roles';
import type { Setup } from '../protocol/room';
import type { Run } from '../protocol/runs';

/** SHA-256 of an object's bytes, in hex: its key in the object store. */
export type ObjectKey = string;

/** A member as the server knows them. */
export interface MemberRecord {
  readonly id: MemberId;
  /** The same for one browser in every room, and known to nobody else. */
  readonly personId: string;
  /** `null` until they have said it. */
  readonly name: string | null;
  readonly colour: string;
  readonly role: Role;
  /** Milliseconds since 1970. */
  readonly joinedAt: number;
}

/** The objects that a run has left. */
export interface ResultRecord {
  /** The iteration that the picture had reached. A run that failed while it was continued has come further than this. */
  readonly iteration: number;
  readonly width: number;
  readonly height: number;
  readonly png: ObjectKey;
  /** The final frame, JPEG. */
  readonly preview: ObjectKey;
  /** Float32 `[3][height][width]`, to go on from. */
  readonly checkpoint: ObjectKey;
}

/** A run as the server keeps it. */
export interface RunRecord extends Omit<Run, 'result'> {
  /** `algorithm:hex` of the network's weights; `null` until it starts. */
  readonly networkChecksum: string | null;
  readonly result: ResultRecord | null;
}

/** A room as the server keeps it: an immutable value, changed only by `transition`. */
export interface RoomRecord {
  readonly id: RoomId;
  readonly title: string;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly setup: Setup;
  /** Raised to make every earlier link of that kind invalid. */
  readonly keyVersions: { readonly edit: number; readonly watch: number };
  readonly members: readonly MemberRecord[];
  readonly images: readonly ImageInfo[];
  /** Oldest first. */
  readonly runs: readonly RunRecord[];
}

/** The run with this id, which is known to be there. */
export function findRun(room: RoomRecord, runId: RunId): RunRecord {
  const run = room.runs.find((candidate) => candidate.id === runId);
  if (!run) throw new Error(`run ${runId} is not in room ${room.id}`);
  return run;
}
