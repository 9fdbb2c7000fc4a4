import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoomId } from '../../../server/protocol/ids';
import { Person } from '../../support/client';
import { FakeRunQueue } from '../../support/fake-run-queue';
import { discardServer, startTestServer, type TestServer } from '../../support/server';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    queue: new FakeRunQueue(),
    env: { ATELIER_ORIGINS: 'https://atelier.example' },
  });
});
afterAll(async () => {
  await discardServer(server);
});

async function ownedRoom() {
  const owner = new Person(server.url);
  const roomId = await owner.createRoom();
  const seat = owner.connect();
  const { keys } = await seat.join(roomId, 'Ada');
  return { owner, roomId, keys };
}

function connectionError(headers: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const socket = io(server.url, {
      transports: ['websocket'],
      extraHeaders: headers,
      forceNew: true,
      reconnection: false,
    });
    socket.on('connect', () => {
      socket.disconnect();
      resolve('connected');
    });
    socket.on('connect_error', (error) => {
      socket.disconnect();
      resolve(error.message);
    });
  });
}

describe('links and roles', () => {
  it('R3: whoever makes the room owns it, and gets all keys', async () => {
    const { owner, roomId, keys } = await ownedRoom();
    const { role } = (await (await owner.post(`/api/rooms/${roomId}/enter`, {})).json()) as { role: string };
    expect(role).toBe('owner');
    expect(keys.edit).toMatch(/^[\w-]{22}$/);
    expect(keys.watch).toMatch(/^[\w-]{22}$/);
    expect(keys.recovery).toMatch(/^[\w-]{22}$/);
    expect(new Set(Object.values(keys)).size).toBe(3);
  });

  it.each([
    ['edit', 'editor', true],
    ['watch', 'viewer', false],
    ['recovery', 'owner', true],
  ] as const)(
    'R3: the %s link gives the role %s, which may pass the edit link on: %s',
    async (link, role, passesOn) => {
      const { roomId, keys } = await ownedRoom();
      const guest = new Person(server.url);
      const entered = await guest.enter(roomId, keys[link]!);
      expect(entered.status).toBe(200);
      expect(await entered.json()).toMatchObject({ role, name: null });
      const welcome = await guest.connect().join(roomId, 'Ben');
      expect(welcome).toMatchObject({ role, keys: { watch: keys.watch, edit: passesOn ? keys.edit : null } });
    },
  );

  it('the cookie brings its browser back without the key, HttpOnly and SameSite', async () => {
    const { roomId, keys } = await ownedRoom();
    const guest = new Person(server.url);
    const entered = await guest.enter(roomId, keys.watch);
    const [cookie] = entered.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toContain(keys.watch);
    expect((await guest.post(`/api/rooms/${roomId}/enter`, {})).status).toBe(200);
  });

  it('a key of another room, or of nothing, opens nothing', async () => {
    const { roomId } = await ownedRoom();
    const other = await ownedRoom();
    for (const key of [other.keys.edit!, 'x'.repeat(22), '']) {
      const refused = await new Person(server.url).enter(roomId, key);
      expect(refused.status).toBe(401);
      expect(await refused.json()).toMatchObject({ problem: { code: 'unauthorised' } });
    }
  });

  it('R1: without a key or a cookie nobody gets in, over HTTP or the socket', async () => {
    const { roomId } = await ownedRoom();
    const stranger = new Person(server.url);
    expect((await stranger.post(`/api/rooms/${roomId}/enter`, {})).status).toBe(401);
    expect(await connectionError({})).toBe('unauthorised');
    await stranger.createRoom(); // has a cookie now, but not for this room
    expect(await stranger.connect().tryJoin(roomId, 'Eve')).toMatchObject({
      ok: false,
      problem: { code: 'unauthorised' },
    });
  });

  it('a forged cookie is no cookie', async () => {
    const { owner, roomId } = await ownedRoom();
    const [name, value] = owner.cookie.split('=') as [string, string];
    const [personId] = value.split('.');
    expect(await connectionError({ cookie: `${name}=${personId}.${'A'.repeat(43)}` })).toBe('unauthorised');
    const forger = new Person(server.url);
    forger.cookie = `${name}=${personId}.${'A'.repeat(43)}`;
    expect((await forger.post(`/api/rooms/${roomId}/enter`, {})).status).toBe(401);
  });

  it('a room that is not there is not there', async () => {
    const { owner } = await ownedRoom();
    const answer = await owner.post('/api/rooms/no-such-room/enter', {});
    expect(answer.status).toBe(404);
    expect(await owner.connect().tryJoin('no-such-room' as RoomId, 'Ada')).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });

  it('R2: the first join needs a name', async () => {
    const { roomId, keys } = await ownedRoom();
    const guest = new Person(server.url);
    await guest.enter(roomId, keys.edit!);
    expect(await guest.connect().tryJoin(roomId)).toMatchObject({
      ok: false,
      problem: { code: 'invalid', field: 'name' },
    });
  });

  it('the recent rooms of a browser are its own', async () => {
    const { owner, roomId } = await ownedRoom();
    expect(await (await owner.request('/api/rooms')).json()).toMatchObject([{ id: roomId, role: 'owner' }]);
    expect(await (await new Person(server.url).request('/api/rooms')).json()).toEqual([]);
  });
});

describe('other sites', () => {
  it.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['https://atelier.example', 201],
  ])('R82: a page of %s gets %s from the API', async (origin, status) => {
    const answer = await fetch(`${server.url}/api/rooms`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(status);
  });

  it('R82: their pages get no socket; our own do', async () => {
    const { owner } = await ownedRoom();
    const cookie = owner.cookie;
    expect(await connectionError({ cookie, origin: 'https://evil.example' })).not.toBe('connected');
    expect(await connectionError({ cookie, origin: server.url })).toBe('connected');
    expect(await connectionError({ cookie, origin: 'https://atelier.example' })).toBe('connected');
  });
});

describe('headers', () => {
  it('scripts need the nonce of their own answer, and no other site may frame the page', async () => {
    const policies = await Promise.all(
      ['/', '/api/health'].map(async (path) => {
        const answer = await fetch(`${server.url}${path}`);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.get('x-powered-by')).toBeNull();
        return answer.headers.get('content-security-policy')!;
      }),
    );
    for (const policy of policies) {
      const scripts = /script-src ([^;]*)/.exec(policy)![1]!;
      expect(scripts).toMatch(/'nonce-[\w+/=]{20,}'/);
      expect(scripts).not.toContain('unsafe-inline');
      expect(scripts).not.toContain('unsafe-eval');
      expect(policy).toContain(`frame-ancestors 'none'`);
      expect(policy).toMatch(/connect-src 'self'(;|$)/); // a page that was taken over sends nothing elsewhere
    }
    expect(policies[0]).not.toBe(policies[1]);
  });
});
