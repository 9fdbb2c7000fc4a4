import { describe, expect, it } from 'vitest';
import { initialRoomState, type RoomState } from '../../../app/_lib/room-reducer';
import { knowsTheWay } from '../../../app/_lib/welcome';
import type { Room } from '../../../server/protocol/room';
import { imageId, makeRoom, makeRun, makeWelcome, otherImageId } from './room-fixtures';

const picture = (id: typeof imageId) => ({ imageId: id, crop: null });
const { settings } = makeRoom().setup;

function roomOf(role: 'owner' | 'editor', part: Partial<Room>): RoomState {
  const { memberId, keys, origins } = makeWelcome();
  return { ...initialRoomState, session: { memberId, keys, origins, role }, room: makeRoom(part) };
}

const whole = { setup: { content: picture(imageId), styles: [picture(otherImageId)], settings } };

describe('who need not be shown how a studio works', () => {
  it('is an owner whose room has both pictures, or a run', () => {
    expect(knowsTheWay(roomOf('owner', whole))).toBe(true);
    expect(knowsTheWay(roomOf('owner', { runs: [makeRun()] }))).toBe(true);
  });

  it('is not an owner whose room lacks a picture', () => {
    expect(knowsTheWay(roomOf('owner', {}))).toBe(false);
    expect(knowsTheWay(roomOf('owner', { setup: { ...whole.setup, styles: [] } }))).toBe(false);
    expect(knowsTheWay(roomOf('owner', { setup: { ...whole.setup, content: null } }))).toBe(false);
  });

  it('is nobody who has come into another’s room', () => {
    expect(knowsTheWay(roomOf('editor', { ...whole, runs: [makeRun()] }))).toBe(false);
  });
});
