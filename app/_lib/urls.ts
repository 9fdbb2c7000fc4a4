import type { RoomId, RunId } from '../../server/protocol/ids';
import type { Picture } from '../../server/protocol/images';
import type { VIEW_SIDES_PX } from '../../server/protocol/limits';
import { keyframePath, roomPath, type Moment } from '../../server/protocol/moments';

/** A long side in pixels in which the server hands pictures out. */
export type PictureSide = (typeof VIEW_SIDES_PX)[number];

/** Address of a picture of a room, made small enough for `side` pixels of its long side. */
export function pictureUrl(roomId: RoomId, { imageId, crop }: Picture, side: PictureSide): string {
  const query = new URLSearchParams({ side: String(side) });
  if (crop) query.set('crop', [crop.x, crop.y, crop.width, crop.height].join(','));
  return `/api/rooms/${roomId}/images/${imageId}?${query.toString()}`;
}

const runUrl = (roomId: RoomId, runId: RunId) => `/api/rooms/${roomId}/runs/${runId}`;

/**
 * @param version changes when the picture does, so that the browser does not show the one before
 */
export const previewUrl = (roomId: RoomId, runId: RunId, version: string | number) =>
  `${runUrl(roomId, runId)}/preview.jpg?v=${version}`;
export const resultUrl = (roomId: RoomId, runId: RunId) => `${runUrl(roomId, runId)}/result.png`;
/** See {@link previewUrl} for `version`. */
export const inlineResultUrl = (roomId: RoomId, runId: RunId, version: string | number) =>
  `${runUrl(roomId, runId)}/result.png?inline&v=${version}`;

/** Address of the picture of a moment; without `side` lossless and at its full size. */
export function keyframeUrl(roomId: RoomId, moment: Moment, side?: PictureSide): string {
  const path = keyframePath(roomId, moment);
  return side === undefined ? path : `${path}?side=${side}`;
}

/**
 * A link to a page of ours that also others can use. A page opened at this machine's own name would give them an address
 * that is theirs, not ours; so it takes one that reaches us from the network where there is one.
 * @param path of the page, beginning with `/`
 * @param origin of this page
 * @param reachable origins at which others reach the server
 */
export function absoluteLink(path: string, origin: string, reachable: readonly string[]): string {
  return (isLocalOrigin(origin) ? (reachable[0] ?? origin) : origin) + path;
}

/** The link that lets others into a room. Parameters as for {@link absoluteLink}. */
export function shareLink(roomId: RoomId, key: string, origin: string, reachable: readonly string[]): string {
  return absoluteLink(`${roomPath(roomId)}#${key}`, origin, reachable);
}

/** True where the address means this computer itself. */
export function isLocalOrigin(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
}
