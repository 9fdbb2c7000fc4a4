import type { Advice } from '../protocol/advice';
import type { Command } from '../protocol/commands';
import type { Progress } from '../protocol/curves';
import type { Problem } from '../protocol/errors';
import type { Forecast } from '../protocol/forecast';
import type { CommandId, MemberId, RunId } from '../protocol/ids';
import type { ImageInfo, Picture } from '../protocol/images';
import type { NetworkId } from '../protocol/networks';
import type { Role } from '../protocol/roles';
import type { Settings } from '../protocol/settings';
import type { CheckpointRecord, KeyframeRecord, ResultRecord } from './record';

/** A command that concerns the room itself; the others concern the server. */
export type RoomCommand = Exclude<Command, { type: 'network:download' }>;

/** What can happen to a room. */
export type RoomInput =
  /** Somebody came with a link, or made the room. A role is only ever raised by it. */
  | {
      readonly type: 'member-entered';
      readonly memberId: MemberId;
      readonly personId: string;
      readonly role: Role;
    }
  | { readonly type: 'image-added'; readonly memberId: MemberId; readonly image: ImageInfo }
  /** Done once for each id, however often it comes. */
  | {
      readonly type: 'command';
      readonly memberId: MemberId;
      readonly commandId: CommandId;
      readonly command: RoomCommand;
    }
  | {
      readonly type: 'run-queued';
      readonly runId: RunId;
      readonly position: number;
      readonly startsInSeconds: number | null;
    }
  | {
      readonly type: 'run-started';
      readonly runId: RunId;
      readonly engine: string;
      readonly networkChecksum: string;
    }
  | { readonly type: 'run-paused'; readonly runId: RunId }
  | { readonly type: 'run-resumed'; readonly runId: RunId }
  /** A picture, or the state, of a moment is in the object store. */
  | { readonly type: 'run-keyframe'; readonly runId: RunId; readonly keyframe: KeyframeRecord }
  | { readonly type: 'run-checkpoint'; readonly runId: RunId; readonly checkpoint: CheckpointRecord }
  /** What computed the run has ended, and the run has not. */
  | { readonly type: 'run-interrupted'; readonly runId: RunId; readonly problem: Problem }
  /** What the run was to go on from at this iteration is no longer in the store. */
  | { readonly type: 'run-state-lost'; readonly runId: RunId; readonly iteration: number }
  /** All that there is to advise now. */
  | { readonly type: 'run-advised'; readonly runId: RunId; readonly advice: readonly Advice[] }
  | {
      readonly type: 'run-ended';
      readonly runId: RunId;
      readonly how: 'finished' | 'stopped';
      readonly result: ResultRecord | null;
      /** Whether it ended by itself before its last iteration. */
      readonly converged: boolean;
    }
  | { readonly type: 'run-failed'; readonly runId: RunId; readonly problem: Problem }
  /** Nothing of what an earlier server process was doing goes on, and everything is to be asked for again. */
  | { readonly type: 'server-started' }
  /** What is older than these moments, and not shown, is to be let go. Milliseconds since 1970. */
  | { readonly type: 'expired'; readonly before: Expiry };

/** Keyframes and checkpoints count from the end of their run, pictures from when they were added. */
export interface Expiry {
  readonly keyframes: number;
  readonly checkpoints: number;
  readonly images: number;
}

/** What a run is made of, as far as a forecast of it needs to know. */
export interface Painting {
  readonly settings: Settings;
  readonly content: Picture | null;
  readonly styles: readonly Picture[];
}

/** What a transition is told about the world outside the room. */
export interface RoomContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** An id that no run has yet. */
  readonly freshRunId: RunId;
  /** How far the run that is going has come; `null` where none is. */
  readonly progress: Progress | null;
  /** Networks whose weights are on this machine. */
  readonly readyNetworks: readonly NetworkId[];
  /** What such a run would take; `null` where pictures are missing or the machine has not been measured yet. */
  readonly forecast: (painting: Painting) => Forecast | null;
}

/** What is to be done once the new state has been kept. */
export type RoomEffect =
  /** What it goes on from, if anything: `startOf`. */
  | { readonly type: 'submit-run'; readonly runId: RunId }
  | { readonly type: 'steer-run'; readonly runId: RunId; readonly settings: Settings }
  | { readonly type: 'pause-run'; readonly runId: RunId }
  | { readonly type: 'resume-run'; readonly runId: RunId }
  | { readonly type: 'stop-run'; readonly runId: RunId }
  /** Tells members what they may do now, and their links. */
  | { readonly type: 'tell-access'; readonly memberIds: readonly MemberId[] }
  /** Ends the connections of who is no longer a member. */
  | { readonly type: 'dismiss-members'; readonly memberIds: readonly MemberId[]; readonly problem: Problem };
