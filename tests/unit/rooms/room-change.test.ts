import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogId, MemberId, RunId } from '../../../server/protocol/ids';
import { MAX_LOGGED_CHANGES } from '../../../server/protocol/limits';
import type { Role } from '../../../server/protocol/roles';
import { applyChange, roomChangeSchema } from '../../../server/protocol/sync';
import type { RoomInput } from '../../../server/rooms/inputs';
import { roomChange } from '../../../server/rooms/room-change';
import { RoomLog } from '../../../server/rooms/room-log';
import { toRoom, type Liveness } from '../../../server/rooms/snapshot';
import { transition } from '../../../server/rooms/transition';
import {
  accepted,
  asked,
  checkpoint,
  context,
  image,
  keyframe,
  member,
  result,
  room,
} from '../../support/rooms';

const live: Liveness = { online: new Set([member('owner').id]), progress: null };
const runId = (n: number) => `run-0000000${n}` as RunId;
const someone = (n: number) => [member('viewer').id, 'newcomer-1', 'newcomer-2'][n % 3] as MemberId;
const images = ['a', 'b', 'c', 'd'].map((letter) => image(letter));

/** Everything that can happen to a room, with small numbers, so that it often hits what is there. */
const happenings: readonly ((role: Role, n: number, before: ReturnType<typeof room>) => RoomInput)[] = [
  (role, n) => ({ type: 'member-entered', memberId: someone(n), personId: `p-${n}`, role }),
  (_role, n) => ({ ...asked('viewer', { type: 'member:rename', name: `Name ${n}` }), memberId: someone(n) }),
  (role, n) => asked(role, { type: 'member:role', memberId: someone(n), role: 'editor' }),
  (role, n) => asked(role, { type: 'member:remove', memberId: someone(n) }),
  (role, n) => asked(role, { type: 'member:ban', memberId: someone(n) }),
  (role, n) => asked(role, { type: 'member:unban', memberId: someone(n) }),
  (role, n) => asked(role, { type: 'room:rename', title: `Title ${n}` }),
  (role, n) => asked(role, { type: 'room:lock', locked: n % 2 === 0 }),
  (role) => asked(role, { type: 'links:rotate', link: 'edit' }),
  (role, n) => ({ type: 'image-added', memberId: member(role).id, image: images[n]! }),
  (role, n) => asked(role, { type: 'content:set', imageId: images[n]!.id, crop: null }),
  (role, n) => asked(role, { type: 'content:remove', imageId: images[n]!.id }),
  (role, n) => asked(role, { type: 'style:add', imageId: images[n]!.id, crop: null }),
  (role, n) => asked(role, { type: 'style:remove', imageId: images[n]!.id }),
  (role, n) => asked(role, { type: 'settings:change', patch: { seed: n } }),
  (role, n, { activity }) => asked(role, { type: 'settings:undo', activity: activity.at(-n)?.number ?? 1 }),
  (role) => asked(role, { type: 'run:start' }),
  (role, n) => asked(role, { type: 'run:pause', runId: runId(n) }),
  (role, n) => asked(role, { type: 'run:stop', runId: runId(n) }),
  (role, n) => asked(role, { type: 'run:fork', from: { runId: runId(n), iteration: n }, iterations: 5 }),
  (role, n) => asked(role, { type: 'run:rename', runId: runId(n), name: `Name ${n}` }),
  (role, n) => asked(role, { type: 'run:favourite', runId: runId(n), favourite: n > 1 }),
  (role, n) => asked(role, { type: 'run:publish', runId: runId(n), published: true }),
  (_role, n) => ({ type: 'run-started', runId: runId(n), engine: 'onnx (cpu)', networkChecksum: 'x' }),
  (_role, n) => ({ type: 'run-keyframe', runId: runId(n), keyframe: keyframe(n) }),
  (_role, n) => ({ type: 'run-checkpoint', runId: runId(n), checkpoint: checkpoint(n) }),
  (_role, n) => ({ type: 'run-ended', runId: runId(n), how: 'stopped', result, converged: false }),
  (role) => asked(role, { type: 'message:post', text: 'Hello', moment: null }),
  (role, _n, { remarks }) => asked(role, { type: 'message:delete', number: remarks[0]?.number ?? 1 }),
  (role, n) =>
    asked(role, { type: 'reaction:set', emoji: '🔥', moment: { runId: runId(n), iteration: 0 }, on: n > 1 }),
  () => ({ type: 'expired', before: { keyframes: Infinity, checkpoints: Infinity, images: Infinity } }),
  () => ({ type: 'server-started' }),
];

const story = fc.array(
  fc.record({
    what: fc.nat(happenings.length - 1),
    role: fc.constantFrom<Role>('owner', 'owner', 'editor', 'viewer'),
    n: fc.nat(3),
  }),
  { maxLength: 80 },
);

describe('what a client is told of a change', () => {
  it('R31: makes of its copy what the server has, whatever has happened', () => {
    fc.assert(
      fc.property(story, (steps) => {
        let state = room();
        let copy = toRoom(state, live, null);
        let started = 0;
        for (const { what, role, n } of steps) {
          const world = context({ freshRunId: runId(started % 10) });
          const outcome = transition(state, happenings[what]!(role, n, state), world);
          if (!outcome.ok || outcome.room === state) continue;
          started = outcome.room.runs.length;
          const change = roomChangeSchema.parse(roomChange(state, outcome.room, live));
          copy = applyChange(copy, outcome.room.revision, change);
          state = outcome.room;
          expect(copy).toEqual(toRoom(state, live, null));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('R31: names only what has changed', () => {
    const before = room();
    const { room: after } = accepted(
      before,
      asked('editor', { type: 'settings:change', patch: { styleWeight: 3 } }),
    );
    expect(Object.keys(roomChange(before, after, live)).toSorted()).toEqual(['activity', 'setup']);
  });
});

describe('the log of a room', () => {
  const id = 'log-00000001' as LogId;
  const other = 'log-00000002' as LogId;
  const filled = (count: number) => {
    const log = new RoomLog(id, 7);
    for (let n = 1; n <= count; n += 1) log.add(7 + n, { title: `Title ${n}` });
    return log;
  };

  it('R6: tells what was missed, oldest first, and nothing where nothing was', () => {
    const log = filled(3);
    const missed = log.missedSince({ log: id, revision: 8 });
    expect(missed?.map(({ revision }) => revision)).toEqual([9, 10]);
    expect(log.missedSince({ log: id, revision: 10 })).toEqual([]);
    expect(new RoomLog(id, 7).missedSince({ log: id, revision: 7 })).toEqual([]);
  });

  it.each([
    ['another log', { log: other, revision: 8 }],
    ['revisions that are yet to come', { log: id, revision: 11 }],
    ['revisions before its own', { log: id, revision: 6 }],
  ])('R6: does not know of %s', (_what, since) => {
    expect(filled(3).missedSince(since)).toBeNull();
  });

  it(`R6: reaches back ${MAX_LOGGED_CHANGES} changes`, () => {
    const log = filled(MAX_LOGGED_CHANGES + 2);
    expect(log.missedSince({ log: id, revision: 9 })).toHaveLength(MAX_LOGGED_CHANGES);
    expect(log.missedSince({ log: id, revision: 8 })).toBeNull();
  });
});
