import { afterEach, describe, expect, it } from 'vitest';
import type { RoomId } from '../../../server/protocol/ids';
import { Person } from '../../support/client';
import { FakeRunQueue } from '../../support/fake-run-queue';
import { discardServer, startTestServer, type TestServer } from '../../support/server';
import { openStudio, startFakeRun } from '../../support/studio';

let server: TestServer;

afterEach(async () => {
  await discardServer(server);
});

async function start(link: 'edit' | 'watch') {
  const queue = new FakeRunQueue();
  server = await startTestServer({ queue });
  return { studio: await openStudio(server.url, link), queue };
}

describe('a copy of a room', () => {
  it('R19: has the pictures and the setup, and nothing of the people, runs and remarks; who made it owns it', async () => {
    const { studio, queue } = await start('edit');
    const { a, guest, roomId, content } = studio;
    await a.command({ type: 'settings:change', patch: { styleWeight: 2.5 } });
    await startFakeRun(studio, queue);
    await a.command({ type: 'message:post', text: 'Look!', moment: null });
    await a.command({ type: 'room:rename', title: 'Cats in wool' });
    const before = a.room!;

    const answer = await guest.post(`/api/rooms/${roomId}/duplicate`, {});
    expect(answer.status).toBe(201);
    const { roomId: copyId } = (await answer.json()) as { roomId: RoomId };
    expect(copyId).not.toBe(roomId);
    const seat = guest.connect();
    const { role } = await seat.join(copyId, 'Ben');
    expect(role).toBe('owner');
    const copy = seat.room!;
    expect(copy).toMatchObject({
      title: 'Cats in wool (2)',
      setup: before.setup,
      runs: [],
      remarks: [],
    });
    expect(copy.images).toEqual(before.images);
    expect(copy.members.map(({ name }) => name)).toEqual(['Ben']);

    const picture = await guest.request(`/api/rooms/${copyId}/images/${content.id}`);
    expect(picture.status).toBe(200);
    expect((await studio.owner.request(`/api/rooms/${copyId}/images/${content.id}`)).status).toBe(401);
    expect((await seat.command({ type: 'run:start' })).ok).toBe(true);
    expect(a.room!.runs).toHaveLength(1);
  });

  it('is not made for those who only watch, nor for strangers', async () => {
    const { studio } = await start('watch');
    const path = `/api/rooms/${studio.roomId}/duplicate`;
    const answer = await studio.guest.post(path, {});
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ problem: { code: 'forbidden' } });
    expect((await new Person(server.url).post(path, {})).status).toBe(401);
    const rooms = (await (await studio.guest.request('/api/rooms')).json()) as unknown[];
    expect(rooms).toHaveLength(1);
  });
});
