import type { Problem } from '../protocol/errors';
import type { MemberId } from '../protocol/ids';
import type { ImageInfo } from '../protocol/images';
import { MAX_ROOM_IMAGES, MAX_ROOM_IMAGE_BYTES } from '../protocol/limits';
import { addActivity } from './activity';
import type { RoomContext } from './inputs';
import { keep, type Transition } from './outcome';
import type { RoomRecord } from './record';

/** Adds an uploaded picture; one that is there already stays as it is. */
export function addImage(
  room: RoomRecord,
  memberId: MemberId,
  image: ImageInfo,
  context: RoomContext,
): Transition {
  const isKnown = room.images.some((known) => known.id === image.id);
  const problem = refuseImage(room, memberId, isKnown ? 0 : image.bytes);
  if (isKnown && problem?.code !== 'forbidden') return keep(room);
  if (problem) return { ok: false, problem };
  const added = { ...room, images: [...room.images, { ...image, addedAt: context.now }] };
  const member = room.members.find(({ id }) => id === memberId)!;
  return keep(addActivity(added, member, { kind: 'image', imageId: image.id }, context.now));
}

/**
 * Why a member cannot add a picture; `null` where they can.
 * @param bytes of its stored file; 0 where that is not known yet
 */
export function refuseImage(room: RoomRecord, memberId: MemberId, bytes: number): Problem | null {
  const member = room.members.find((candidate) => candidate.id === memberId);
  if (!member || member.role === 'viewer') {
    return {
      code: 'forbidden',
      message: 'You are watching this room. Ask for its edit link to add pictures.',
    };
  }
  if (room.images.length >= MAX_ROOM_IMAGES) {
    return {
      code: 'quota',
      message: `This room already holds ${MAX_ROOM_IMAGES} pictures. Create another room for more.`,
    };
  }
  if (room.images.reduce((sum, known) => sum + known.bytes, bytes) > MAX_ROOM_IMAGE_BYTES) {
    const limit = Math.round(MAX_ROOM_IMAGE_BYTES / 2 ** 20);
    return {
      code: 'quota',
      message: `The pictures of this room would take more than ${limit} MB. Create another room for more.`,
    };
  }
  return null;
}
