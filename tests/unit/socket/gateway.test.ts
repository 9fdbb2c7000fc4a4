import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { io } from 'socket.io-client';
import { expect, it, vi } from 'vitest';
import { FileModelLibrary } from '../../../server/models/file-library';
import { PersonCookies } from '../../../server/person';
import type { RoomId } from '../../../server/protocol/ids';
import type { RoomHost } from '../../../server/rooms/host';
import { openGateway } from '../../../server/socket/gateway';

it('a connection that ends while it is let in is taken back, once', async () => {
  let letIn = () => {};
  const join = vi.fn(
    async (_roomId: RoomId, _person: string, _name: unknown, welcome: (a: never) => void) => {
      await new Promise<void>((resolve) => (letIn = resolve));
      welcome({
        member: {},
        keys: {},
        room: {},
        present: [],
        missed: null,
        curve: null,
        frame: null,
      } as never);
    },
  );
  const leave = vi.fn(async () => undefined);
  const http = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => http.once('listening', listening));
  const persons = new PersonCookies(randomBytes(32));
  const gateway = openGateway({
    http,
    host: { join, leave, subscribe: () => () => undefined } as unknown as RoomHost,
    models: new FileModelLibrary({ packageDir: '.', modelsDirs: ['.'] }),
    persons,
    isAllowedOrigin: () => true,
    origins: () => [],
    development: false,
    logger: pino({ level: 'silent' }),
  });
  const connections = promisify(http.getConnections.bind(http));
  try {
    const client = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, {
      transports: ['websocket'],
      extraHeaders: { cookie: persons.create({ secure: false }).setCookie.split(';')[0]! },
    });
    client.emit('join', { roomId: 'room-00000001', name: 'Ada' }, () => undefined);
    await vi.waitFor(() => expect(join).toHaveBeenCalled());
    client.disconnect();
    await vi.waitFor(async () => expect(await connections()).toBe(0));

    letIn();
    await vi.waitFor(() => expect(leave).toHaveBeenCalledTimes(1));
  } finally {
    await gateway.close();
  }
});
