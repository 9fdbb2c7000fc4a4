import { describe, expect, it } from 'vitest';
import type { RoomCommand } from '../../../server/rooms/inputs';
import { transition } from '../../../server/rooms/transition';
import type { Role } from '../../../server/protocol/roles';
import { asked, context, finished, imageId, room, roomAfter, RUN_ID, started } from '../../support/rooms';

const running = roomAfter(started);
const paused = roomAfter([{ type: 'run-paused', runId: RUN_ID }], running);
const done = roomAfter(finished);

/** Every command, in a room where nothing but the role can be in its way. */
const commands: readonly [RoomCommand, ReturnType<typeof room>, Record<Role, boolean>][] = [
  [{ type: 'member:rename', name: 'Ada' }, room(), { owner: true, editor: true, viewer: true }],
  [
    { type: 'content:set', imageId: imageId('c'), crop: null },
    room(),
    { owner: true, editor: true, viewer: false },
  ],
  [
    { type: 'style:add', imageId: imageId('c'), crop: null },
    room(),
    { owner: true, editor: true, viewer: false },
  ],
  [{ type: 'style:remove', imageId: imageId('b') }, room(), { owner: true, editor: true, viewer: false }],
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
];

describe('who may give which command', () => {
  for (const [command, state, allowed] of commands) {
    for (const role of ['owner', 'editor', 'viewer'] as const) {
      it(`${role} ${allowed[role] ? 'may' : 'may not'} ${command.type}`, () => {
        const outcome = transition(state, asked(role, command), context());
        if (allowed[role]) {
          expect(outcome).toMatchObject({ ok: true });
        } else {
          expect(outcome).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
        }
      });
    }

    it(`somebody who is not in the room may not ${command.type}`, () => {
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
