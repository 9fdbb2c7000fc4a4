import { describe, expect, it } from 'vitest';
import { conversationOf, reactionsTo, unseenMessages } from '../../../app/_lib/conversation';
import { initialRoomState, reduceRoom, type RoomState } from '../../../app/_lib/room-reducer';
import { isLockedOut, mayChangeSettings } from '../../../app/_lib/room-selectors';
import { stageMoment } from '../../../app/_lib/stage-moment';
import { memberIdSchema } from '../../../server/protocol/ids';
import type { Moment } from '../../../server/protocol/moments';
import type { Emoji, Remark } from '../../../server/protocol/remarks';
import type { Role } from '../../../server/protocol/roles';
import { makeRoom, makeRun, makeWelcome, memberId, runId } from './room-fixtures';

const ben = memberIdSchema.parse('member-02');
const moment: Moment = { runId, iteration: 12 };
const later: Moment = { runId, iteration: 13 };

const message = (number: number, by = memberId): Remark => ({
  kind: 'message',
  number,
  at: 0,
  memberId: by,
  memberName: by === ben ? 'Ben' : 'Ada',
  text: `no. ${number}`,
  moment: null,
});
const reaction = (number: number, emoji: Emoji, at: Moment, by = memberId): Remark => ({
  kind: 'reaction',
  number,
  at: 0,
  memberId: by,
  memberName: by === ben ? 'Ben' : 'Ada',
  emoji,
  moment: at,
});

describe('reactions', () => {
  it('are counted for one moment only, with whose they are', () => {
    const remarks = [
      reaction(1, '🔥', moment, ben),
      reaction(2, '👍', moment),
      reaction(3, '🔥', moment),
      reaction(4, '🎨', later),
    ];
    expect(reactionsTo(remarks, moment, ben)).toEqual([
      { emoji: '👍', count: 1, names: ['Ada'], mine: false },
      { emoji: '🔥', count: 2, names: ['Ben', 'Ada'], mine: true },
    ]);
  });

  it('stand together among the messages, where the last of them was given', () => {
    const remarks = [reaction(1, '🔥', moment, ben), message(2), reaction(3, '👍', moment), message(4)];
    expect(
      conversationOf(remarks, memberId).map((said) =>
        said.kind === 'message' ? said.message.number : said.counts.map(({ emoji }) => emoji),
      ),
    ).toEqual([2, ['👍', '🔥'], 4]);
  });
});

describe('unseen messages', () => {
  it('are those of others after the last that was read; reactions and one’s own do not count', () => {
    const remarks = [
      message(1, ben),
      message(2, ben),
      message(3),
      reaction(4, '🔥', moment, ben),
      message(5, ben),
    ];
    expect(unseenMessages(remarks, memberId, 1)).toBe(2);
    expect(unseenMessages(remarks, memberId, 5)).toBe(0);
    expect(unseenMessages(remarks, ben, 0)).toBe(1);
  });
});

describe('the moment on the stage', () => {
  const at = (iteration: number) => ({ iteration, totalIterations: 300, remainingSeconds: null });
  const frame = (iteration: number) => ({ runId, iteration, width: 1, height: 1, mime: '', final: false });
  const watching = (part: Partial<RoomState>): RoomState => ({
    ...reduceRoom(initialRoomState, {
      type: 'welcome',
      welcome: makeWelcome({ room: makeRoom({ runs: [makeRun({ progress: at(50) })] }) }),
    }),
    ...part,
  });

  it('is the frame that is seen, which the scalars are ahead of', () => {
    expect(stageMoment(watching({ frame: frame(48) }))).toEqual({ runId, iteration: 48 });
    expect(stageMoment(watching({}))).toEqual({ runId, iteration: 50 });
  });

  it('is what is looked back at, where one does', () => {
    expect(stageMoment(watching({ frame: frame(48), view: runId, moment: 7 }))).toEqual({
      runId,
      iteration: 7,
    });
  });

  it('is none in a room without runs', () => {
    const welcome = makeWelcome();
    expect(stageMoment(reduceRoom(initialRoomState, { type: 'welcome', welcome }))).toBeNull();
  });
});

describe('locked settings', () => {
  const state = (role: Role, settingsLocked: boolean) =>
    reduceRoom(initialRoomState, {
      type: 'welcome',
      welcome: makeWelcome({ role, room: makeRoom({ settingsLocked }) }),
    });

  it('are changed by owners only, and unlocked ones by editors too', () => {
    expect(mayChangeSettings(state('owner', true))).toBe(true);
    expect(mayChangeSettings(state('editor', true))).toBe(false);
    expect(isLockedOut(state('editor', true))).toBe(true);
    expect(mayChangeSettings(state('editor', false))).toBe(true);
    expect(mayChangeSettings(state('viewer', false))).toBe(false);
    expect(isLockedOut(state('viewer', true))).toBe(false);
  });
});
