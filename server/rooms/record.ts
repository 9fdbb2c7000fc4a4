import type { Activity } from '../protocol/activity';
import type { ImageInfo } from '../protocol/images';
import type { CommandId, MemberId, RoomId, RunId } from '../protocol/ids';
import type { Remark } from '../protocol/remarks';
import type { Link, Role } from '../protocol/roles';
import type { Ban, Setup } from '../protocol/room';
import type { Run } from '../protocol/runs';
import type { Settings } from '../protocol/settings';

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
  /** Whether an owner has set the role, so that the edit and the watch link do not change it. */
  readonly roleFixed: boolean;
  /** Milliseconds since 1970. */
  readonly joinedAt: number;
  /** The commands of this member that were done last, oldest first: none of them is done again. */
  readonly receipts: readonly CommandId[];
}

/** A picture of the room; its bytes are in the object store under its id. */
export interface ImageRecord extends ImageInfo {
  /** Milliseconds since 1970. */
  readonly addedAt: number;
}

/** Somebody who may not come in any more. A member id stands for one browser. */
export interface BanRecord extends Ban {
  /** Milliseconds since 1970. */
  readonly at: number;
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

/** A picture that a run goes on from, where there is no later checkpoint of its own. */
export interface OriginRecord {
  readonly iteration: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly picture: ObjectKey;
  /** `float32` is little-endian `[3][height][width]`, unclamped. */
  readonly format: 'float32' | 'png';
}

/** A picture of a moment: PNG, at the size that the run had then. */
export interface KeyframeRecord {
  readonly iteration: number;
  readonly width: number;
  readonly height: number;
  /** Of the file. */
  readonly bytes: number;
  readonly picture: ObjectKey;
}

/** The state of a run at a moment. What steered it until then are the run's marks up to that iteration. */
export interface CheckpointRecord {
  readonly iteration: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** 0-based from the coarsest. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /** Float32, little-endian, `[3][height][width]`, unclamped. */
  readonly picture: ObjectKey;
  /** As they were then, seed included. */
  readonly settings: Settings;
}

/** How often what computed a run ended without a checkpoint in between. */
export interface InterruptionRecord {
  /** Of the checkpoint that it went on from; 0 where there was none. */
  readonly iteration: number;
  readonly count: number;
}

/** A run as the server keeps it. */
export interface RunRecord extends Omit<Run, 'result' | 'keyframes' | 'checkpoints'> {
  /** `algorithm:hex` of the network's weights; `null` until it starts. */
  readonly networkChecksum: string | null;
  readonly result: ResultRecord | null;
  /**
   * Since when the result is in the gallery, in milliseconds since 1970; `null` where it is not: it is not published, or was
   * published before there was a gallery, when only whoever had its address was to see it.
   */
  readonly listedAt: number | null;
  readonly origin: OriginRecord | null;
  /** By iteration, ascending. */
  readonly keyframes: readonly KeyframeRecord[];
  /** By iteration, ascending. */
  readonly checkpoints: readonly CheckpointRecord[];
  /** `null` where it was never interrupted, or has come further since. */
  readonly interruption: InterruptionRecord | null;
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
  readonly keyVersions: Readonly<Record<Link, number>>;
  /** Whether only owners may change settings. */
  readonly settingsLocked: boolean;
  readonly members: readonly MemberRecord[];
  readonly bans: readonly BanRecord[];
  readonly images: readonly ImageRecord[];
  /** Oldest first. */
  readonly runs: readonly RunRecord[];
  /** Oldest first. */
  readonly activity: readonly Activity[];
  /** Oldest first. */
  readonly remarks: readonly Remark[];
  /** Milliseconds since 1970; `null` while there is a room. */
  readonly deletedAt: number | null;
}

/** The run with this id, which is known to be there. */
export function findRun(room: RoomRecord, runId: RunId): RunRecord {
  const run = room.runs.find((candidate) => candidate.id === runId);
  if (!run) throw new Error(`run ${runId} is not in room ${room.id}`);
  return run;
}
