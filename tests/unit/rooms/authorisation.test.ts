import { describe, expect, it } from 'vitest';
import type { RoomCommand } from '../../../server/rooms/inputs';
import { transition } from '../../../server/rooms/transition';
import type { Role } from '../../../server/protocol/roles';
import type { MemberId } from '../../../server/protocol/ids';
import {
  asked,
  context,
  finished,
  imageId,
  member,
  room,
  roomAfter,
  RUN_ID,
  started,
} from '../../support/rooms';

const running = roomAfter(started);
const paused = roomAfter([{ type: 'run-paused', runId: RUN_ID }], running);
const done = roomAfter(finished);
const changed = roomAfter([asked('editor', { type: 'settings:change', patch: { styleWeight: 3 } })]);
const talked = roomAfter([asked('editor', { type: 'message:post', text: 'Hi', moment: null })]);
const other = member('viewer', { id: 'member-other' as MemberId });
const crowded = room({ members: [...room().members, other] });
const banned = roomAfter([asked('owner', { type: 'member:ban', memberId: other.id })], crowded);
const ownerOnly = { owner: true, editor: false, viewer: false };

/** Every command, in a room where nothing but the role can be in its way. */
const commands: readonly [RoomCommand, ReturnType<typeof room>, Record<Role, boolean>][] = [
  [{ type: 'member:rename', name: 'Ada' }, room(), { owner: true, editor: true, viewer: true }],
  [
    { type: 'content:set', imageId: imageId('c'), crop: null },
    room(),
    { owner: true, editor: true, viewer: false },
  ],
  [{ type: 'content:remove', imageId: imageId('a') }, room(), { owner: true, editor: true, viewer: false }],
  [
    { type: 'style:add', imageId: imageId('c'), crop: null },
    room(),
    { owner: true, editor: true, viewer: false },
  ],
  [{ type: 'style:remove', imageId: imageId('b') }, room(), { owner: true, editor: true, viewer: false }],
  [
    { type: 'style:move', imageId: imageId('b'), to: 0 },
    room(),
    { owner: true, editor: true, viewer: false },
  ],
  [
    { type: 'settings:change', patch: { styleWeight: 3 } },
    room(),
    { owner: true, editor: true, viewer: false },
  ],
  [{ type: 'run:start' }, room(), { owner: true, editor: true, viewer: false }],
  [{ type: 'run:pause', runId: RUN_ID }, running, { owner: true, editor: true, viewer: false }],
  [{ type: 'run:resume', runId: RUN_ID }, paused, { owner: true, editor: true, viewer: false }],
  [{ type: 'run:stop', runId: RUN_ID }, running, { owner: true, editor: true, viewer: false }],
  [
    { type: 'run:continue', runId: RUN_ID, iterations: 10 },
    done,
    { owner: true, editor: true, viewer: false },
  ],
  [
    { type: 'run:fork', from: { runId: RUN_ID, iteration: 300 }, iterations: 10 },
    done,
    { owner: true, editor: true, viewer: false },
  ],
  [
    { type: 'settings:undo', activity: changed.revision },
    changed,
    { owner: true, editor: true, viewer: false },
  ],
  [{ type: 'message:post', text: 'Hi', moment: null }, room(), { owner: true, editor: true, viewer: false }],
  [{ type: 'message:delete', number: talked.revision }, talked, { owner: true, editor: true, viewer: false }],
  [
    { type: 'reaction:set', emoji: '🎨', moment: { runId: RUN_ID, iteration: 0 }, on: true },
    done,
    { owner: true, editor: true, viewer: true },
  ],
  [{ type: 'run:rename', runId: RUN_ID, name: 'Dusk' }, done, { owner: true, editor: true, viewer: false }],
  [
    { type: 'run:favourite', runId: RUN_ID, favourite: true },
    done,
    { owner: true, editor: true, viewer: false },
  ],
  [{ type: 'run:publish', runId: RUN_ID, published: true }, done, ownerOnly],
  [{ type: 'member:role', memberId: member('viewer').id, role: 'editor' }, room(), ownerOnly],
  [{ type: 'member:remove', memberId: other.id }, crowded, ownerOnly],
  [{ type: 'member:ban', memberId: other.id }, crowded, ownerOnly],
  [{ type: 'member:unban', memberId: other.id }, banned, ownerOnly],
  [{ type: 'room:rename', title: 'Dusk' }, room(), ownerOnly],
  [{ type: 'room:lock', locked: true }, room(), ownerOnly],
  [{ type: 'room:delete' }, room(), ownerOnly],
  [{ type: 'links:rotate', link: 'edit' }, room(), ownerOnly],
];

describe('who may give which command', () => {
  for (const [command, state, allowed] of commands) {
    for (const role of ['owner', 'editor', 'viewer'] as const) {
      it(`R10: ${role} ${allowed[role] ? 'may' : 'may not'} ${command.type}`, () => {
        const outcome = transition(state, asked(role, command), context());
        if (allowed[role]) {
          expect(outcome).toMatchObject({ ok: true });
        } else {
          expect(outcome).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
        }
      });
    }

    it(`R10: somebody who is not in the room may not ${command.type}`, () => {
      const stranger = { ...asked('owner', command), memberId: 'nobody-0000' } as ReturnType<typeof asked>;
      expect(transition(state, stranger, context())).toMatchObject({
        ok: false,
        problem: { code: 'unauthorised' },
      });
    });
  }

  it('the table has every command of the room', async () => {
    const { commandRoles } = await import('../../../server/protocol/commands');
    const tested = new Set(commands.map(([command]) => command.type));
    const missing = Object.keys(commandRoles).filter((type) => !tested.has(type as RoomCommand['type']));
    expect(missing).toEqual(['network:download']); // concerns the server: tests/integration/rooms
  });
});
