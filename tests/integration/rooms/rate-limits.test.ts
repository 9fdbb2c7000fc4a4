import { afterEach, beforeEach, expect, it } from 'vitest';
import { galleryPath } from '../../../server/protocol/gallery';
import { Person } from '../../support/client';
import { FakeRunQueue } from '../../support/fake-run-queue';
import { discardServer, startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ queue: new FakeRunQueue() });
});
afterEach(() => discardServer(server));

it('one address makes at most 30 rooms a minute', async () => {
  const person = new Person(server.url);
  for (let count = 0; count < 30; count += 1) await person.createRoom();
  const refused = await person.post('/api/rooms', {});
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ problem: { code: 'rate-limited' } });
});

it('one address enters rooms at most 120 times a minute, whoever it says to be: strangers with a link become members', async () => {
  const owner = new Person(server.url);
  const roomId = await owner.createRoom();
  const seat = owner.connect();
  const { keys } = await seat.join(roomId, 'Ada');
  const statuses: number[] = [];
  for (let count = 0; count < 121; count += 1) {
    statuses.push((await new Person(server.url).enter(roomId, keys.watch)).status);
  }
  expect(statuses.slice(0, 120).every((status) => status === 200)).toBe(true);
  expect(statuses[120]).toBe(429);
  // Whoever is inside stays so.
  expect(await seat.command({ type: 'member:rename', name: 'Ada L.' })).toMatchObject({ ok: true });
  seat.close();
});

it('R81: one connection sends at most 40 requests a second', async () => {
  const owner = new Person(server.url);
  const roomId = await owner.createRoom();
  const seat = owner.connect();
  await seat.join(roomId, 'Ada');
  const answers = await Promise.all(
    Array.from({ length: 120 }, () => seat.command({ type: 'member:rename', name: 'Ada L.' })),
  );
  // The burst may fall into two seconds.
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem.code]));
  expect(refused.length).toBeGreaterThanOrEqual(40);
  expect(new Set(refused)).toEqual(new Set(['rate-limited']));
  seat.close();
});

it('R85: one address opens pages of rooms and results at most 240 times a minute, and reads why no more', async () => {
  const statuses: number[] = [];
  // There are no pages here: those that get through are not found.
  for (let count = 0; count < 240; count += 1) {
    const path = [
      '/r/room-00000001',
      '/r/room-00000001/run/run-00000001',
      '/gallery/room-00000001/run-00000001',
    ];
    statuses.push((await fetch(server.url + path[count % 3]!)).status);
  }
  expect(new Set(statuses)).toEqual(new Set([404]));
  const refused = await fetch(`${server.url}/r/room-00000001`);
  expect(refused.status).toBe(429);
  expect(await refused.text()).toContain('wait a minute and try again');
  // Other pages are not counted.
  expect((await fetch(`${server.url}/`)).status).toBe(404);
});

it('R85: one address asks for the gallery at most 120 times a minute', async () => {
  const statuses: number[] = [];
  for (let count = 0; count < 121; count += 1) {
    statuses.push((await fetch(server.url + galleryPath())).status);
  }
  expect(new Set(statuses.slice(0, 120))).toEqual(new Set([200]));
  expect(statuses[120]).toBe(429);
});
