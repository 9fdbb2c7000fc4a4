import { describe, expect, it } from 'vitest';
import type { RunId } from '../../../server/protocol/ids';
import { MAX_ROOM_REMARKS } from '../../../server/protocol/limits';
import { transition } from '../../../server/rooms/transition';
import {
  accepted,
  asked,
  context,
  finished,
  member,
  NOW,
  result,
  roomAfter,
  RUN_ID,
  started,
} from '../../support/rooms';

const SECOND_ID = 'run-00000002' as RunId;

const world = context({ progress: { iteration: 12, totalIterations: 300, remainingSeconds: null } });
const running = roomAfter(started);
const moment = { runId: RUN_ID, iteration: 12 };
const react = (role: 'editor' | 'viewer', on: boolean) =>
  asked(role, { type: 'reaction:set', emoji: '🎨', moment, on });

describe('messages', () => {
  it('R70: are about a moment of a run, or the room', () => {
    const { room: after } = accepted(
      roomAfter([asked('editor', { type: 'message:post', text: 'Hello', moment: null })], running),
      asked('owner', { type: 'message:post', text: 'This sky!', moment }),
      world,
    );
    expect(after.remarks).toEqual([
      {
        number: running.revision + 1,
        at: NOW + 1000,
        memberId: member('editor').id,
        memberName: 'editor',
        kind: 'message',
        text: 'Hello',
        moment: null,
      },
      expect.objectContaining({ number: running.revision + 2, kind: 'message', text: 'This sky!', moment }),
    ]);
  });

  it.each([
    ['a moment to come', { runId: RUN_ID, iteration: 13 }, 'conflict'],
    ['a run of another room', { runId: 'run-of-others' as RunId, iteration: 0 }, 'not-found'],
  ])('R70: are not about %s', (_what, where, code) => {
    for (const command of [
      { type: 'message:post', text: 'Hello', moment: where },
      { type: 'reaction:set', emoji: '🔥', moment: where, on: true },
    ] as const) {
      expect(transition(running, asked('editor', command), world)).toMatchObject({
        ok: false,
        problem: { code },
      });
    }
  });

  it('R70: are not about a moment of an ended run that only the one which goes has come to', () => {
    const ended = roomAfter(finished);
    const next = accepted(
      ended,
      asked('editor', { type: 'run:start' }),
      context({ freshRunId: SECOND_ID }),
    ).room;
    const further = context({
      progress: { iteration: result.iteration + 50, totalIterations: 900, remainingSeconds: null },
    });
    const post = (runId: RunId) => {
      const about = { runId, iteration: result.iteration + 1 };
      return transition(
        next,
        asked('editor', { type: 'message:post', text: 'Hello', moment: about }),
        further,
      );
    };
    expect(post(RUN_ID)).toMatchObject({ ok: false, problem: { code: 'conflict' } });
    expect(post(SECOND_ID)).toMatchObject({ ok: true });
  });

  it('R71: are deleted by who wrote them or an owner, and by nobody else', () => {
    const said = roomAfter([
      asked('editor', { type: 'message:post', text: 'Mine', moment: null }),
      asked('owner', { type: 'message:post', text: 'The owner’s', moment: null }),
    ]);
    const [first, second] = said.remarks.map(({ number }) => number);
    const remove = (role: 'owner' | 'editor', number = 99) =>
      transition(said, asked(role, { type: 'message:delete', number }), context());
    expect(remove('editor', second)).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
    expect(remove('editor')).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(remove('editor', first)).toMatchObject({ ok: true, room: { remarks: [{ number: second }] } });
    expect(remove('owner', first)).toMatchObject({ ok: true, room: { remarks: [{ number: second }] } });
  });

  it(`R72: are kept up to ${MAX_ROOM_REMARKS}, the latest, and no number is given twice`, () => {
    const texts = Array.from({ length: MAX_ROOM_REMARKS + 2 }, (_, index) => `No. ${index + 1}`);
    const after = roomAfter(
      texts.map((text) => asked('editor', { type: 'message:post', text, moment: null })),
    );
    expect(after.remarks).toHaveLength(MAX_ROOM_REMARKS);
    expect(after.remarks.at(0)).toMatchObject({ text: 'No. 3' });
    expect(new Set(after.remarks.map(({ number }) => number)).size).toBe(MAX_ROOM_REMARKS);
  });

  it('R72: do not get the number of one that was deleted', () => {
    const post = () => asked('editor', { type: 'message:post', text: 'Hello', moment: null });
    const first = roomAfter([post()]);
    const { number } = first.remarks[0]!;
    const again = roomAfter([asked('editor', { type: 'message:delete', number }), post()], first);
    expect(again.remarks[0]!.number).toBeGreaterThan(number);
  });
});

describe('reactions', () => {
  it('R70: are one of a kind for each member and moment, and can be taken away', () => {
    let state = running;
    for (const role of ['viewer', 'viewer', 'editor'] as const) {
      state = accepted(state, react(role, true), world).room;
    }
    expect(state.remarks).toMatchObject([
      { kind: 'reaction', emoji: '🎨', moment, memberId: member('viewer').id },
      { kind: 'reaction', emoji: '🎨', moment, memberId: member('editor').id },
    ]);
    for (const role of ['viewer', 'viewer'] as const) {
      state = accepted(state, react(role, false), world).room;
    }
    expect(state.remarks).toMatchObject([{ memberId: member('editor').id }]);
  });
});
