import { describe, expect, it } from 'vitest';
import type { CommandId } from '../../../server/protocol/ids';
import { MAX_RECEIPTS, MAX_UNANSWERED_COMMANDS } from '../../../server/protocol/limits';
import { transition } from '../../../server/rooms/transition';
import { accepted, asked, context, member, room, roomAfter, RUN_ID, started } from '../../support/rooms';

const ID = 'command-of-a-test' as CommandId;
const receiptsOf = (state: ReturnType<typeof room>, role: 'owner' | 'editor') =>
  state.members.find(({ id }) => id === member(role).id)!.receipts;

describe('a command that comes twice', () => {
  it('R25: is done once: the second time nothing changes, nothing is to be done, and it is not refused', () => {
    const start = asked('editor', { type: 'run:start' }, ID);
    const first = accepted(room(), start);
    const second = accepted(first.room, start);
    expect(second.room).toBe(first.room);
    expect(second.effects).toEqual([]);
  });

  it('R25: does not undo what has happened in between', () => {
    const mine = asked('editor', { type: 'settings:change', patch: { styleWeight: 2 } }, ID);
    const between = asked('owner', { type: 'settings:change', patch: { styleWeight: 7 } });
    expect(roomAfter([mine, between, mine]).setup.settings.styleWeight).toBe(7);
  });

  it('R25: counts as done where it changed nothing, too', () => {
    const before = room();
    const same = asked('editor', { type: 'settings:change', patch: { styleWeight: 1 } }, ID);
    const done = accepted(before, same).room;
    expect(done.setup).toBe(before.setup);
    const between = asked('owner', { type: 'settings:change', patch: { styleWeight: 7 } });
    expect(roomAfter([between, same], done).setup.settings.styleWeight).toBe(7);
  });

  it('R25: is known by its member too: the same id of somebody else is another command', () => {
    const rename = { type: 'member:rename', name: 'Ada' } as const;
    const after = roomAfter([asked('owner', rename, ID), asked('editor', rename, ID)]);
    expect(after.members.map(({ name }) => name)).toEqual(['Ada', 'Ada', 'viewer']);
  });

  it('R26: was not done where it was refused, and can be sent again', () => {
    const pause = asked('editor', { type: 'run:pause', runId: RUN_ID }, ID);
    const before = room();
    expect(transition(before, pause, context())).toMatchObject({ ok: false });
    const { effects } = accepted(roomAfter(started, before), pause);
    expect(effects).toEqual([{ type: 'pause-run', runId: RUN_ID }]);
  });
});

describe('receipts', () => {
  it('R25: are in the state that contains what the command has changed', () => {
    const { room: after } = accepted(room(), asked('owner', { type: 'room:rename', title: 'Dusk' }, ID));
    expect(after).toMatchObject({ title: 'Dusk', revision: 8 });
    expect(receiptsOf(after, 'owner')).toEqual([ID]);
    expect(receiptsOf(after, 'editor')).toEqual([]);
  });

  it(`R27: are the latest ${MAX_RECEIPTS} of each member, more than can be on their way`, () => {
    const names = Array.from({ length: MAX_RECEIPTS + 5 }, (_, index) => `Name ${index}`);
    const ids = names.map((_, index) => `command-no-${index}` as CommandId);
    const after = roomAfter(
      names.map((name, index) => asked('editor', { type: 'member:rename', name }, ids[index])),
    );
    expect(receiptsOf(after, 'editor')).toEqual(ids.slice(-MAX_RECEIPTS));
    expect(MAX_RECEIPTS).toBeGreaterThan(MAX_UNANSWERED_COMMANDS);
  });
});
