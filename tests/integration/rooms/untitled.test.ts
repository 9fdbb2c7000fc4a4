import { afterAll, beforeAll, expect, it } from 'vitest';
import { FakeRunQueue } from '../../support/fake-run-queue';
import { discardServer, startTestServer, type TestServer } from '../../support/server';
import { openStudio } from '../../support/studio';
import type { Person } from '../../support/client';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ queue: new FakeRunQueue() });
});
afterAll(async () => {
  await discardServer(server);
});

const listed = async (person: Person) => (await person.request('/api/rooms')).json();

it('R98: a room has no title, for nobody and nowhere, until an owner gives it one', async () => {
  const { a, b, owner, guest, roomId, welcome } = await openStudio(server.url);
  expect([a.room!.title, b.room!.title]).toEqual(['', '']);
  expect(await listed(guest)).toMatchObject([{ id: roomId, title: '' }]);
  expect(await (await guest.enter(roomId, welcome.keys.edit!)).json()).toMatchObject({ title: '' });
  const copy = await guest.post(`/api/rooms/${roomId}/duplicate`, {});
  const { roomId: copyId } = (await copy.json()) as { roomId: string };
  expect(await listed(guest)).toMatchObject([{ id: copyId, title: '' }, { title: '' }]);

  expect(await a.command({ type: 'room:rename', title: 'Blue hour' })).toMatchObject({ ok: true });
  await b.until(({ room }) => room!.title === 'Blue hour', 'the title');
  expect(await listed(owner)).toMatchObject([{ id: roomId, title: 'Blue hour' }]);
});
