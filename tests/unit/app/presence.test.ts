import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAttentionTeller } from '../../../app/_lib/attention';
import { ownMoment, pointerOf, pointingMembers } from '../../../app/_lib/presence-selectors';
import { reduceRoom, type RoomAction, type RoomState } from '../../../app/_lib/room-reducer';
import { initialRoomState } from '../../../app/_lib/room-reducer';
import { createRoomStore } from '../../../app/_lib/room-store';
import { approach } from '../../../app/_lib/smooth-pointer';
import { memberIdSchema, runIdSchema, type MemberId, type RunId } from '../../../server/protocol/ids';
import { PRESENCE_INTERVAL_MS } from '../../../server/protocol/limits';
import type { Attention } from '../../../server/protocol/presence';
import { makeRoom, makeRun, makeWelcome, memberId as me } from './room-fixtures';

const ben = memberIdSchema.parse('member-ben');
const cleo = memberIdSchema.parse('member-cleo');
const secondRun = runIdSchema.parse('run-00002');
const firstRun = makeRun().id;
const nothing: Attention = { pointer: null, moment: null, following: null };
const pointer = { x: 0.25, y: 0.75 };
const ended = { iteration: 300, totalIterations: 300, remainingSeconds: null };

const welcome: RoomAction = {
  type: 'welcome',
  welcome: makeWelcome({
    room: makeRoom({
      members: [me, ben, cleo].map((id) => ({ id, name: id, colour: '#f00', role: 'editor', online: true })),
      runs: [
        makeRun({ status: { kind: 'finished' }, progress: ended }),
        makeRun({ id: secondRun, number: 2 }),
      ],
    }),
    present: [me, ben, cleo].map((memberId) => ({ memberId, ...nothing })),
  }),
};
const play = (actions: RoomAction[], from: RoomState = initialRoomState) => actions.reduce(reduceRoom, from);
const says = (memberId: MemberId, attention: Partial<Attention>): RoomAction => ({
  type: 'presence',
  batch: { present: [{ memberId, ...nothing, ...attention }], gone: [] },
});
const leaves = (memberId: MemberId): RoomAction => ({
  type: 'presence',
  batch: { present: [], gone: [memberId] },
});
const view = (runId: RunId | null, moment?: number): RoomAction => ({ type: 'view', runId, moment });
const looks = ({ view: runId, moment }: RoomState) => [runId, moment];

describe('the pointers of the others', () => {
  it('R60: are those of members who look at the same picture as this page, and never its own', () => {
    const here = play([welcome, says(ben, { pointer }), says(me, { pointer })]);
    expect(pointerOf(here, ben)).toEqual(pointer);
    expect(pointingMembers(here).map(({ id }) => id)).toEqual([ben]);

    const moment = { runId: firstRun, iteration: 120 };
    const away = play([says(ben, { pointer, moment })], here);
    expect(pointerOf(away, ben)).toBeNull();
    expect(pointerOf(play([view(firstRun, 120)], away), ben)).toEqual(pointer);
    expect(pointerOf(play([view(firstRun, 121)], away), ben)).toBeNull();
    expect(pointerOf(play([leaves(ben)], here), ben)).toBeNull();
  });

  it('R60: are forgotten with the connection: what the next one is told replaces them', () => {
    const again = play([welcome, says(ben, { pointer }), welcome]);
    expect(pointerOf(again, ben)).toBeNull();
  });

  it('glide to where they are, however long a frame takes, and arrive', () => {
    const from = { x: 0, y: 1 };
    const to = { x: 1, y: 0 };
    let shown = from;
    for (let frame = 0; frame < 30; frame++) {
      const next = approach(shown, to, 16);
      expect(next.x).toBeGreaterThanOrEqual(shown.x);
      expect(next.y).toBeLessThanOrEqual(shown.y);
      shown = next;
    }
    expect(shown).toBe(to);
    const half = approach(approach(from, to, 20), to, 20);
    expect(half.x).toBeCloseTo(approach(from, to, 40).x, 10);
    expect(approach(from, to, 60_000)).toBe(to);
  });
});

describe('the moment that this page looks at', () => {
  it('R60: is none while it shows what is going on now, else the run and the iteration on its stage', () => {
    const live = play([welcome]);
    expect(ownMoment(live)).toBeNull();
    expect(ownMoment(play([view(secondRun)], live))).toBeNull();
    expect(ownMoment(play([view(secondRun, 7)], live))).toEqual({ runId: secondRun, iteration: 7 });
    expect(ownMoment(play([view(firstRun)], live))).toEqual({ runId: firstRun, iteration: 300 });
  });
});

describe('following somebody', () => {
  const follow = (memberId: MemberId | null): RoomAction => ({ type: 'follow', memberId });
  const back = says(ben, { moment: { runId: firstRun, iteration: 120 } });

  it('shows what they look at, at once and from then on, until this browser looks elsewhere', () => {
    const following = play([welcome, back, follow(ben)]);
    expect(looks(following)).toEqual([firstRun, 120]);
    expect(looks(play([says(ben, {})], following))).toEqual([null, null]);
    const alone = play([view(firstRun, 5), says(ben, {})], following);
    expect(looks(alone)).toEqual([firstRun, 5]);
    expect(alone.following).toBeNull();
  });

  it('shows the result of a run of which they look at the end', () => {
    const end = says(ben, { moment: { runId: firstRun, iteration: 300 } });
    const following = play([welcome, end, follow(ben)]);
    expect(looks(following)).toEqual([firstRun, null]);
    expect(ownMoment(following)).toEqual({ runId: firstRun, iteration: 300 });
  });

  it('ends when they leave, and stays where they were', () => {
    const left = play([welcome, back, follow(ben), leaves(ben)]);
    expect(left.following).toBeNull();
    expect(looks(left)).toEqual([firstRun, 120]);
  });

  it('moves nobody where they follow each other, over whomever', () => {
    const moment = { runId: firstRun, iteration: 120 };
    const each = play([welcome, says(ben, { moment, following: me }), follow(ben)]);
    expect(looks(each)).toEqual([null, null]);
    const round = play([
      welcome,
      says(cleo, { following: me }),
      says(ben, { moment, following: cleo }),
      follow(ben),
    ]);
    expect(looks(round)).toEqual([null, null]);
    expect(looks(play([says(cleo, { following: null })], round))).toEqual([firstRun, 120]);
  });

  it('is of no harm where they look at a run that is not known here', () => {
    const moment = { runId: runIdSchema.parse('run-00009'), iteration: 1 };
    expect(looks(play([welcome, follow(ben), says(ben, { moment })]))).toEqual([null, null]);
  });
});

describe('what the others are told of this page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('R60: is where it points and what it looks at, at most 10 times a second and always the last', async () => {
    const store = createRoomStore();
    store.dispatch(welcome);
    const sent: Attention[] = [];
    const teller = createAttentionTeller(store, (attention) => sent.push(attention));
    for (let step = 1; step <= 100; step++) {
      teller.point({ x: step / 100, y: 0 });
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(PRESENCE_INTERVAL_MS);
    expect(sent.length).toBeLessThanOrEqual(1000 / PRESENCE_INTERVAL_MS + 2);
    expect(sent[0]).toEqual({ ...nothing, pointer: { x: 0.01, y: 0 } });
    expect(sent.at(-1)).toEqual({ ...nothing, pointer: { x: 1, y: 0 } });

    const before = sent.length;
    teller.point({ x: 1, y: 0 });
    store.dispatch({ type: 'iterates', iterates: { runId: secondRun, points: [], progress: ended } });
    await vi.advanceTimersByTimeAsync(PRESENCE_INTERVAL_MS);
    expect(sent).toHaveLength(before);

    teller.point(null);
    store.dispatch(view(firstRun, 120));
    await vi.advanceTimersByTimeAsync(PRESENCE_INTERVAL_MS);
    expect(sent.at(-1)).toEqual({ ...nothing, moment: { runId: firstRun, iteration: 120 } });
    teller.close();
  });

  it('R60: is told anew to the next connection, and nothing to none', async () => {
    const store = createRoomStore();
    store.dispatch(welcome);
    const sent: Attention[] = [];
    const teller = createAttentionTeller(store, (attention) => sent.push(attention));
    teller.point(pointer);
    await vi.advanceTimersByTimeAsync(PRESENCE_INTERVAL_MS);
    store.dispatch({ type: 'connection', connection: 'reconnecting' });
    teller.point({ x: 0.5, y: 0.5 });
    teller.point(pointer);
    await vi.advanceTimersByTimeAsync(PRESENCE_INTERVAL_MS);
    expect(sent).toHaveLength(1);
    store.dispatch(welcome);
    await vi.advanceTimersByTimeAsync(PRESENCE_INTERVAL_MS);
    expect(sent).toEqual([
      { ...nothing, pointer },
      { ...nothing, pointer },
    ]);
    teller.close();
  });
});
