import { describe, expect, it } from 'vitest';
import type { Activity, Deed } from '../../../server/protocol/activity';
import { memberIdSchema } from '../../../server/protocol/ids';
import { createStore } from 'zustand/vanilla';
import { createNewsQueue, newsBetween } from '../../../app/_lib/news';
import { initialRoomState, reduceRoom } from '../../../app/_lib/room-reducer';
import { makeRoom, makeWelcome, memberId, runId } from './room-fixtures';

const other = memberIdSchema.parse('member-02');
const entry = (number: number, by: typeof memberId, deed: Deed): Activity => ({
  number,
  at: 0,
  memberId: by,
  memberName: 'Ben',
  deed,
});
const start: Deed = { kind: 'run', runId, did: 'start' };

const arrived = reduceRoom(initialRoomState, {
  type: 'welcome',
  welcome: makeWelcome({ room: makeRoom({ activity: [entry(1, other, start)] }) }),
});
const after = (...activity: Activity[]) =>
  reduceRoom(arrived, {
    type: 'room',
    room: makeRoom({ revision: 9, activity: [entry(1, other, start), ...activity] }),
  });
const numbers = (...activity: Activity[]) =>
  newsBetween(arrived, after(...activity)).map(({ number }) => number);

describe('news in the corner', () => {
  it('are of what others did, not of what one did oneself', () => {
    expect(numbers(entry(2, other, start), entry(3, memberId, start))).toEqual([2]);
  });

  it('are not of what had happened before one came', () => {
    expect(newsBetween(initialRoomState, arrived)).toEqual([]);
    expect(newsBetween(arrived, arrived)).toEqual([]);
  });

  it('leave settings and pictures to their places, and roles to whom they concern', () => {
    const role = (whose: typeof memberId): Deed => ({
      kind: 'role',
      memberId: whose,
      name: 'x',
      role: 'viewer',
    });
    expect(
      numbers(
        entry(2, other, { kind: 'settings', changes: [{ field: 'style', from: 1, to: 2 }] }),
        entry(3, other, role(other)),
        entry(4, other, role(memberId)),
      ),
    ).toEqual([4]);
  });

  it('are few after a break', () => {
    expect(numbers(...[2, 3, 4, 5].map((number) => entry(number, other, start)))).toEqual([4, 5]);
  });
});

describe('news that wait to be said', () => {
  it('are those since the first moment in the room, the latest ones, each once', () => {
    const store = createStore(() => initialRoomState);
    const news = createNewsQueue(store);
    store.setState(arrived, true);
    store.setState(after(entry(2, other, start), entry(3, other, start)), true);
    store.setState(after(entry(2, other, start), entry(3, other, start), entry(4, other, start)), true);
    expect(news.take().map(({ number }) => number)).toEqual([3, 4]);
    expect(news.take()).toEqual([]);
    news.close();
    store.setState(after(entry(5, other, start)), true);
    expect(news.take()).toEqual([]);
  });
});
