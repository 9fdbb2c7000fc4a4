import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandId, MemberId } from '../../../server/protocol/ids';
import { Person } from '../../support/client';
import { FakeRunQueue } from '../../support/fake-run-queue';
import { discardServer, startTestServer, type TestServer } from '../../support/server';
import { openStudio, startFakeRun, type Studio } from '../../support/studio';

let server: TestServer;
const queue = new FakeRunQueue();

beforeAll(async () => {
  server = await startTestServer({ queue });
});
afterAll(() => discardServer(server));

const guestOf = ({ a }: Studio): MemberId => a.room!.members.find(({ name }) => name === 'Ben')!.id;

describe('an owner', () => {
  it('R18: gives a role, which the member is told and can use at once', async () => {
    const here = await openStudio(server.url, 'watch');
    await here.a.command({ type: 'member:role', memberId: guestOf(here), role: 'editor' });
    await here.b.until(({ access }) => access !== null, 'the new role');
    expect(here.b.access).toEqual({ role: 'editor', keys: { ...here.welcome.keys, recovery: null } });
    expect(await here.b.command({ type: 'settings:change', patch: { seed: 3 } })).toMatchObject({ ok: true });
  });

  it.each(['member:remove', 'member:ban'] as const)(
    'R8: %s: the member is dismissed, hears nothing more of the room, and gets nothing more of it',
    async (type) => {
      const here = await openStudio(server.url);
      const { roomId, guest, a, b, content } = here;
      await a.command({ type, memberId: guestOf(here) });
      await b.until(({ dismissal }) => dismissal !== null, 'the dismissal');
      const heard = b.room!.revision;

      await a.command({ type: 'room:rename', title: 'Without Ben' });
      expect(await b.command({ type: 'run:start' })).toMatchObject({
        ok: false,
        problem: { code: 'unauthorised' },
      });
      expect(b.room!.revision).toBe(heard);
      expect((await guest.request(`/api/rooms/${roomId}/images/${content.id}`)).status).toBe(401);
      expect(await guest.connect().tryJoin(roomId)).toMatchObject({ ok: false });
      const again = await guest.enter(roomId, here.welcome.keys.edit!);
      expect(again.status).toBe(type === 'member:remove' ? 200 : 403);
    },
  );

  it('R16: rotates a link: the old one opens nothing, the new one does, and who is here knows it', async () => {
    const { a, b, roomId, welcome } = await openStudio(server.url);
    await a.command({ type: 'links:rotate', link: 'edit' });
    await b.until(({ access }) => access !== null, 'the new links');
    const { edit, watch } = b.access!.keys;
    expect(edit).not.toBe(welcome.keys.edit);
    expect(watch).toBe(welcome.keys.watch);
    expect((await new Person(server.url).enter(roomId, welcome.keys.edit!)).status).toBe(401);
    expect((await new Person(server.url).enter(roomId, edit!)).status).toBe(200);
    expect(await b.command({ type: 'settings:change', patch: { seed: 4 } })).toMatchObject({ ok: true });
  });

  it('R3: with the recovery link, another browser is an owner too', async () => {
    const { a, roomId, welcome } = await openStudio(server.url);
    const lost = new Person(server.url);
    await lost.enter(roomId, welcome.keys.recovery!);
    const seat = lost.connect();
    expect(await seat.join(roomId, 'Ada again')).toMatchObject({ role: 'owner' });
    expect(await seat.command({ type: 'room:rename', title: 'Mine again' })).toMatchObject({ ok: true });
    await a.until(({ room }) => room!.title === 'Mine again', 'the title');
  });

  it('R17: deletes the room: its run ends, everybody is dismissed, and its links say what happened', async () => {
    const here = await openStudio(server.url);
    const { a, b, owner, guest, roomId, welcome } = here;
    const runId = await startFakeRun(here, queue);
    expect(await a.command({ type: 'room:delete' })).toMatchObject({ ok: true });
    expect(queue.calls).toContainEqual({ type: 'stop', runId });
    for (const seat of [a, b]) await seat.until(({ dismissal }) => dismissal !== null, 'the dismissal');
    expect(b.dismissal!.message).toContain('deleted');
    for (const person of [owner, guest]) {
      expect((await person.post(`/api/rooms/${roomId}/enter`, {})).status).toBe(404);
    }
    const stranger = await new Person(server.url).enter(roomId, welcome.keys.edit!);
    expect(stranger.status).toBe(404);
    expect(await stranger.json()).toMatchObject({
      problem: { message: expect.stringContaining('deleted') as string },
    });
    const recent = (await (await owner.request('/api/rooms')).json()) as { id: string }[];
    expect(recent.map(({ id }) => id)).not.toContain(roomId);
  });
});

describe('a command that is sent twice', () => {
  it('R25: is done once, whichever connection it comes over', async () => {
    const { a, owner, roomId } = await openStudio(server.url);
    const id = 'command-sent-twice' as CommandId;
    const first = await a.command({ type: 'run:start' }, id);
    const tab = owner.connect();
    await tab.join(roomId);
    const second = await tab.command({ type: 'run:start' }, id);
    expect([first.ok, second.ok]).toEqual([true, true]);
    await a.until(({ room }) => room!.runs.length > 0, 'the run');
    expect(a.room!.runs).toHaveLength(1);
    expect(queue.calls.filter(({ type }) => type === 'submit')).toHaveLength(2); // the one above deleted its room
  });
});
