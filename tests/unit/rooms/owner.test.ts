import { describe, expect, it } from 'vitest';
import type { CommandId, MemberId } from '../../../server/protocol/ids';
import { MAX_ROOM_BANS } from '../../../server/protocol/limits';
import type { Role } from '../../../server/protocol/roles';
import type { RoomCommand } from '../../../server/rooms/inputs';
import { transition } from '../../../server/rooms/transition';
import { accepted, asked, context, member, NOW, room, roomAfter, RUN_ID, started } from '../../support/rooms';

const owner = member('owner');
const editor = member('editor');
const viewer = member('viewer');
const byOwner = (command: RoomCommand) => asked('owner', command);
const entered = (role: Role, memberId: MemberId) =>
  ({ type: 'member-entered', memberId, personId: 'somebody', role }) as const;
const roleIn = (state: ReturnType<typeof room>, memberId: MemberId) =>
  state.members.find(({ id }) => id === memberId)?.role;

describe('roles', () => {
  it('R11: an owner gives another role, and that member is told', () => {
    const { room: after, effects } = accepted(
      room(),
      byOwner({ type: 'member:role', memberId: viewer.id, role: 'editor' }),
    );
    expect(roleIn(after, viewer.id)).toBe('editor');
    expect(effects).toEqual([{ type: 'tell-access', memberIds: [viewer.id] }]);
  });

  it('R11: a role that an owner has set is not changed by the edit link, and is by the recovery link', () => {
    const demoted = roomAfter([byOwner({ type: 'member:role', memberId: editor.id, role: 'viewer' })]);
    expect(accepted(demoted, entered('editor', editor.id)).room).toBe(demoted);
    expect(roleIn(accepted(demoted, entered('owner', editor.id)).room, editor.id)).toBe('owner');
  });

  it('R12: there is always an owner', () => {
    const stepDown = byOwner({ type: 'member:role', memberId: owner.id, role: 'viewer' });
    expect(transition(room(), stepDown, context())).toMatchObject({
      ok: false,
      problem: { code: 'conflict', field: 'role' },
    });
    const two = roomAfter([byOwner({ type: 'member:role', memberId: editor.id, role: 'owner' })]);
    expect(roleIn(accepted(two, stepDown).room, owner.id)).toBe('viewer');
  });

  it.each([
    ['gets another role', { type: 'member:role', memberId: editor.id, role: 'editor' }],
    ['is removed', { type: 'member:remove', memberId: editor.id }],
    ['is banned', { type: 'member:ban', memberId: editor.id }],
  ] as const)(
    'R11: the recovery link of an owner who %s is void, and the others have a new one',
    (_how, command) => {
      const two = roomAfter([byOwner({ type: 'member:role', memberId: editor.id, role: 'owner' })]);
      const { room: after, effects } = accepted(two, byOwner(command));
      expect(after.keyVersions).toEqual({ ...two.keyVersions, recovery: two.keyVersions.recovery + 1 });
      const told = effects.flatMap((effect) => (effect.type === 'tell-access' ? effect.memberIds : []));
      expect(told).toContain(owner.id);
    },
  );

  it('R11: the recovery link stays as it is where nobody who had it is less than an owner then', () => {
    const { room: after } = accepted(room(), byOwner({ type: 'member:remove', memberId: editor.id }));
    expect(after.keyVersions).toEqual(room().keyVersions);
  });

  it('R3: a better link raises a role, and a member who is here is told', () => {
    const { room: after, effects } = accepted(room(), entered('editor', viewer.id));
    expect(roleIn(after, viewer.id)).toBe('editor');
    expect(effects).toEqual([{ type: 'tell-access', memberIds: [viewer.id] }]);
  });

  it('R12: an owner who never said a name does not give their place to newcomers', () => {
    const crowd = Array.from({ length: 500 }, (_, index) =>
      member(index === 0 ? 'owner' : 'viewer', {
        id: `member-${index}` as MemberId,
        name: index === 0 ? null : 'V',
      }),
    );
    expect(
      transition(room({ members: crowd }), entered('viewer', 'newcomer-1' as MemberId), context()),
    ).toMatchObject({ ok: false, problem: { code: 'quota' } });
  });
});

describe('removing and banning', () => {
  it('R13: a removed member is no longer in the room, is dismissed, and a link lets them in again', () => {
    const { room: after, effects } = accepted(
      room(),
      byOwner({ type: 'member:remove', memberId: editor.id }),
    );
    expect(roleIn(after, editor.id)).toBeUndefined();
    expect(effects).toMatchObject([{ type: 'dismiss-members', memberIds: [editor.id] }]);
    expect(roleIn(accepted(after, entered('viewer', editor.id)).room, editor.id)).toBe('viewer');
  });

  it('R14: a banned member is removed, and no link lets them in until they are unbanned', () => {
    const { room: banned, effects } = accepted(room(), byOwner({ type: 'member:ban', memberId: editor.id }));
    expect(effects).toMatchObject([{ type: 'dismiss-members', memberIds: [editor.id] }]);
    expect(banned.bans).toEqual([{ memberId: editor.id, name: 'editor', at: NOW + 1000 }]);
    for (const role of ['viewer', 'editor', 'owner'] as const) {
      expect(transition(banned, entered(role, editor.id), context())).toMatchObject({
        ok: false,
        problem: { code: 'forbidden' },
      });
    }
    const free = roomAfter([byOwner({ type: 'member:unban', memberId: editor.id })], banned);
    expect(roleIn(accepted(free, entered('editor', editor.id)).room, editor.id)).toBe('editor');
  });

  it.each(['member:remove', 'member:ban'] as const)(
    'R13: %s is not for oneself, nor for strangers',
    (type) => {
      for (const [memberId, code] of [
        [owner.id, 'conflict'],
        ['nobody-0001' as MemberId, 'not-found'],
      ] as const) {
        expect(transition(room(), byOwner({ type, memberId }), context())).toMatchObject({
          ok: false,
          problem: { code },
        });
      }
    },
  );

  it(`R14: at most ${MAX_ROOM_BANS} are kept out`, () => {
    const bans = Array.from({ length: MAX_ROOM_BANS }, (_, index) => ({
      memberId: `banned-${index}` as MemberId,
      name: '',
      at: NOW,
    }));
    const ban = byOwner({ type: 'member:ban', memberId: editor.id });
    expect(transition(room({ bans }), ban, context())).toMatchObject({
      ok: false,
      problem: { code: 'quota' },
    });
  });
});

describe('links', () => {
  it.each(['edit', 'watch', 'recovery'] as const)(
    'R16: rotating the %s link raises its version alone',
    (link) => {
      const { room: after, effects } = accepted(room(), byOwner({ type: 'links:rotate', link }));
      expect(after.keyVersions).toEqual({ ...room().keyVersions, [link]: 2 });
      expect(after.members.map(({ role }) => role)).toEqual(['owner', 'editor', 'viewer']);
      expect(effects).toEqual([{ type: 'tell-access', memberIds: [owner.id, editor.id, viewer.id] }]);
    },
  );
});

describe('the lock of settings', () => {
  const locked = roomAfter([byOwner({ type: 'room:lock', locked: true })]);
  const change = { type: 'settings:change', patch: { styleWeight: 3 } } as const;

  it('R15: keeps editors from changing settings and from taking changes back, and owners not', () => {
    const changed = roomAfter([byOwner(change)], locked);
    for (const command of [change, { type: 'settings:undo', activity: changed.revision } as const]) {
      expect(transition(changed, asked('editor', command), context())).toMatchObject({
        ok: false,
        problem: { code: 'forbidden' },
      });
    }
    expect(changed.setup.settings.styleWeight).toBe(3);
  });

  it('R15: leaves editors pictures and runs, and can be taken away', () => {
    expect(transition(locked, asked('editor', { type: 'run:start' }), context())).toMatchObject({ ok: true });
    const free = roomAfter([byOwner({ type: 'room:lock', locked: false })], locked);
    expect(roomAfter([asked('editor', change)], free).setup.settings.styleWeight).toBe(3);
  });
});

describe('a deleted room', () => {
  const DELETE = asked('owner', { type: 'room:delete' }, 'command-delete' as CommandId);
  const { room: deleted, effects } = accepted(roomAfter(started), DELETE);

  it('R17: is empty, ends its runs, and dismisses everybody', () => {
    expect(deleted).toMatchObject({
      title: '',
      setup: { content: null, styles: [] },
      images: [],
      runs: [],
      activity: [],
      remarks: [],
      bans: [],
      deletedAt: NOW + 1000,
    });
    expect(effects).toMatchObject([
      { type: 'stop-run', runId: RUN_ID },
      {
        type: 'dismiss-members',
        memberIds: [owner.id, editor.id, viewer.id],
        problem: { code: 'not-found' },
      },
    ]);
  });

  it('R17: refuses everything with the reason, but for the command that has deleted it', () => {
    for (const input of [
      byOwner({ type: 'room:rename', title: 'Back' }),
      entered('owner', 'newcomer-1' as MemberId),
      byOwner({ type: 'room:delete' }),
    ]) {
      expect(transition(deleted, input, context())).toMatchObject({
        ok: false,
        problem: { code: 'not-found', message: expect.stringContaining('deleted') as string },
      });
    }
    expect(accepted(deleted, DELETE).room).toBe(deleted);
  });

  it('R17: does not notice what comes late of its runs', () => {
    expect(accepted(deleted, { type: 'run-paused', runId: RUN_ID }).room).toBe(deleted);
    expect(accepted(deleted, { type: 'server-started' })).toMatchObject({ room: deleted, effects: [] });
  });
});

describe('the title', () => {
  it('R10: is an owner’s to change', () => {
    expect(accepted(room(), byOwner({ type: 'room:rename', title: 'Dusk' })).room.title).toBe('Dusk');
  });
});
