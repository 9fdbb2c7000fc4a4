import { describe, expect, it } from 'vitest';
import { initialRoomState } from '../../../app/_lib/room-reducer';
import { imagesOf, membersOf, runsOf } from '../../../app/_lib/room-selectors';
import { makeRoom, makeRun } from './room-fixtures';

describe('what is in a room', () => {
  it('is the room’s own list, of runs, of people and of pictures', () => {
    const room = makeRoom({ runs: [makeRun()] });
    const state = { ...initialRoomState, room };
    expect(runsOf(state)).toBe(room.runs);
    expect(membersOf(state)).toBe(room.members);
    expect(imagesOf(state)).toBe(room.images);
  });

  it('is nothing before the room has come, and the same nothing each time: else all would be rendered again', () => {
    for (const listOf of [runsOf, membersOf, imagesOf]) {
      const none = listOf(initialRoomState);
      expect(none).toEqual([]);
      expect(listOf({ ...initialRoomState, connection: 'offline' })).toBe(none);
    }
  });
});
