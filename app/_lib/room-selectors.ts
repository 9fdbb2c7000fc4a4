import type { Crop, ImageInfo, Picture } from '../../server/protocol/images';
import type { ImageId, RunId } from '../../server/protocol/ids';
import type { NetworkStatus } from '../../server/protocol/networks';
import type { Member, Room } from '../../server/protocol/room';
import { isActive, type Run } from '../../server/protocol/runs';
import type { Settings } from '../../server/protocol/settings';
import type { Field, RoomState } from './room-reducer';

/** A setting as this page shows it: what was just set here, else what the server says. `undefined` before the welcome. */
export function settingOf<F extends Field>(state: RoomState, field: F): Settings[F] | undefined {
  const draft = state.drafts[field];
  if (draft) return draft.value as Settings[F];
  return state.room?.setup.settings[field];
}

const noRuns: readonly Run[] = [];
const noMembers: readonly Member[] = [];
const noImages: readonly ImageInfo[] = [];

/** Oldest first; none before the welcome. */
export function runsOf(state: RoomState): readonly Run[] {
  return state.room?.runs ?? noRuns;
}

/** @param id `undefined` where no run is meant */
export function runById(state: RoomState, id: RunId | undefined): Run | undefined {
  return runsOf(state).find((run) => run.id === id);
}

/** Everybody who has been in the room; nobody before the welcome. */
export function membersOf(state: RoomState): readonly Member[] {
  return state.room?.members ?? noMembers;
}

/** The pictures that were put into the room; none before the welcome. */
export function imagesOf(state: RoomState): readonly ImageInfo[] {
  return state.room?.images ?? noImages;
}

export function activeRun(state: RoomState): Run | undefined {
  return state.room?.runs.find((run) => isActive(run.status));
}

/** The run that everybody follows: the one that is going, else the one that went last. */
export function latestRun(state: RoomState): Run | undefined {
  const runs = state.room?.runs;
  return activeRun(state) ?? runs?.find((run) => run.id === state.lastActive) ?? runs?.at(-1);
}

/** The run on the stage: the one that is looked at, else the latest. */
export function shownRun(state: RoomState): Run | undefined {
  const chosen = state.view && state.room?.runs.find((run) => run.id === state.view);
  return chosen || latestRun(state);
}

export function networkInUse(state: RoomState): NetworkStatus | undefined {
  return state.networks.find((network) => network.id === settingOf(state, 'network'));
}

export function imageOf(room: Room, id: ImageId): ImageInfo | undefined {
  return room.images.find((image) => image.id === id);
}

/** Width by height of the part of a picture that is used; 1 where the picture is not known. */
export function aspectOf(room: Room, picture: Picture): number {
  const image = imageOf(room, picture.imageId);
  if (!image) return 1;
  const crop: Crop = picture.crop ?? { x: 0, y: 0, width: 1, height: 1 };
  return (image.width * crop.width) / (image.height * crop.height);
}

/** Why no run can start now, as a key of the messages; `null` where one can. */
export type StartObstacle =
  'viewer' | 'offline' | 'no-content' | 'no-style' | 'no-network' | 'no-memory' | 'active';

export function startObstacle(state: RoomState): StartObstacle | null {
  if (state.session?.role === 'viewer') return 'viewer';
  if (state.connection !== 'online') return 'offline';
  if (activeRun(state)) return 'active';
  if (!state.room?.setup.content) return 'no-content';
  if (state.room.setup.styles.length === 0) return 'no-style';
  if (networkInUse(state)?.state.kind !== 'ready') return 'no-network';
  if (state.room.forecast?.fits === false) return 'no-memory';
  return null;
}

export function mayEdit(state: RoomState): boolean {
  return state.session !== null && state.session.role !== 'viewer';
}

/** Whether this browser may change settings: an owner can lock them for all others. */
export function mayChangeSettings(state: RoomState): boolean {
  return mayEdit(state) && !isLockedOut(state);
}

/** True for an editor while an owner has locked the settings. */
export function isLockedOut({ session, room }: RoomState): boolean {
  return session?.role === 'editor' && room?.settingsLocked === true;
}

export function isOwner(state: RoomState): boolean {
  return state.session?.role === 'owner';
}
