import type { Progress } from '../protocol/curves';
import type { Forecast } from '../protocol/forecast';
import type { MemberId, RunId } from '../protocol/ids';
import type { ImageInfo } from '../protocol/images';
import type { Ban, Member, Room } from '../protocol/room';
import { isActive } from '../protocol/runs';
import type { BanRecord, ImageRecord, MemberRecord, RoomRecord, RunRecord } from './record';

/** What is known of a room only while it is live. */
export interface Liveness {
  readonly online: ReadonlySet<MemberId>;
  /** How far the run that is going has come. */
  readonly progress: { readonly runId: RunId; readonly value: Progress } | null;
}

/**
 * The room as its members may see it: no person ids, no object keys. Members who never said a name are not shown.
 * @param forecast of the setup
 */
export function toRoom(room: RoomRecord, live: Liveness, forecast: Forecast | null): Room {
  return {
    id: room.id,
    title: room.title,
    revision: room.revision,
    createdAt: room.createdAt,
    setup: room.setup,
    settingsLocked: room.settingsLocked,
    forecast,
    images: room.images.map(toImage),
    members: room.members.flatMap((member) => toMember(member, live)),
    bans: room.bans.map(toBan),
    runs: room.runs.map((run) => toRun(run, live)),
    activity: [...room.activity],
    remarks: [...room.remarks],
  };
}

/** A member as the others may see them; none as long as they have not said a name. */
export function toMember({ id, name, colour, role }: MemberRecord, live: Liveness): Member[] {
  return name === null ? [] : [{ id, name, colour, role, online: live.online.has(id) }];
}

export function toImage({ addedAt: _, ...image }: ImageRecord): ImageInfo {
  return image;
}

export function toBan({ memberId, name }: BanRecord): Ban {
  return { memberId, name };
}

/** One run as its members may see it. */
export function toRun(run: RunRecord, live: Liveness): Room['runs'][number] {
  const {
    networkChecksum: _n,
    origin: _o,
    interruption: _i,
    listedAt: _l,
    result,
    keyframes,
    checkpoints,
    ...shown
  } = run;
  return {
    ...shown,
    // One that is resuming is back where it goes on from, which what is live of it is not yet.
    progress:
      isActive(run.status) && run.status.kind !== 'resuming' && live.progress?.runId === run.id
        ? live.progress.value
        : run.progress,
    result: result && { width: result.width, height: result.height },
    keyframes: keyframes.map(({ iteration }) => iteration),
    checkpoints: checkpoints.map(({ iteration }) => iteration),
  };
}
