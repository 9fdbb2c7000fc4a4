import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attention } from '../../../server/protocol/presence';
import { Person, type Seat } from '../../support/client';
import { FakeRunQueue } from '../../support/fake-run-queue';
import { discardServer, startTestServer, type TestServer } from '../../support/server';
import { openStudio, startFakeRun } from '../../support/studio';

const queue = new FakeRunQueue();
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ queue });
});
afterAll(() => discardServer(server));

const nothing: Attention = { pointer: null, moment: null, following: null };
const at = (x: number, y: number): Attention => ({ ...nothing, pointer: { x, y } });
const points = (seat: Seat) =>
  seat.presences.flatMap(({ present }) => present.flatMap(({ pointer }) => (pointer ? [pointer] : [])));

describe('what the others are told of me', () => {
  it('R60: is where I point and which moment I look at, and nothing of it is kept', async () => {
    const here = await openStudio(server.url);
    const { a, b, roomId, owner, welcome } = here;
    const runId = await startFakeRun(here, queue);
    await a.until(({ status }) => status === 'running', 'running');
    const { revision } = a.room!;

    const moment = { runId, iteration: 12 };
    b.socket.emit('attention', { ...at(0.25, 0.75), moment });
    await a.until((seat) => points(seat).length > 0, 'where Ben points');
    const ben = b.room!.members[1]!.id;
    expect(a.presences.at(-1)!.present).toContainEqual({ memberId: ben, ...at(0.25, 0.75), moment });
    expect(a.room!.revision).toBe(revision);

    // Who comes in knows it at once; who comes back after everybody had left knows nothing.
    const late = new Person(server.url);
    await late.enter(roomId, welcome.keys.watch);
    const seat = late.connect();
    const { present } = await seat.join(roomId, 'Cleo');
    expect(present).toContainEqual({ memberId: ben, ...at(0.25, 0.75), moment });
    b.close();
    await a.until(({ presences }) => presences.some(({ gone }) => gone.includes(ben)), 'Ben has left');
    expect(a.room!.members[1]!.online).toBe(false);
    seat.close();
    await a.until(({ room }) => room!.members.filter(({ online }) => online).length === 1, 'alone');
    a.close();
    const again = owner.connect();
    const back = await again.join(roomId);
    expect(back.present).toEqual([{ memberId: back.memberId, ...nothing }]);
  });

  it('R60: leaves out what has no meaning, and my connection stays', async () => {
    const { a, b } = await openStudio(server.url);
    const socket = b.socket as unknown as { emit(event: string, ...message: unknown[]): void };
    for (const message of [
      at(1.5, 0),
      at(Number.NaN, 0),
      { ...nothing, moment: { runId: '../..', iteration: 1 } },
      { ...nothing, nonsense: 1 },
      { pointer: null },
      null,
      'here',
      Buffer.from('here'),
    ]) {
      socket.emit('attention', message);
    }
    socket.emit('attention');
    socket.emit('attention', at(0.5, 0.5));
    await a.until((seat) => points(seat).length > 0, 'where Ben points');
    expect(points(a)).toEqual([{ x: 0.5, y: 0.5 }]);
    expect(await b.command({ type: 'settings:change', patch: { seed: 1 } })).toMatchObject({ ok: true });
  });
});
