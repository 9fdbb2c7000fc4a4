import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoomId } from '../../../server/protocol/ids';
import { MAX_UPLOAD_BYTES } from '../../../server/protocol/limits';
import { Person, type Seat } from '../../support/client';
import { FakeRunQueue } from '../../support/fake-run-queue';
import { scenePicture } from '../../support/pictures';
import { discardServer, startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
let owner: Person;
let seat: Seat;
let roomId: RoomId;

beforeAll(async () => {
  server = await startTestServer({ queue: new FakeRunQueue() });
  owner = new Person(server.url);
  roomId = await owner.createRoom();
  seat = owner.connect();
  await seat.join(roomId, 'Ada');
});
afterAll(async () => {
  await discardServer(server);
});

const send = (body: Uint8Array, path = `/api/rooms/${roomId}/images`) =>
  owner.request(path, { method: 'POST', body: body as BodyInit });

describe('uploading', () => {
  it('a picture becomes an image of the room, upright and without metadata', async () => {
    const { bytes } = await scenePicture(60, 40);
    const sideways = await sharp(bytes).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const image = await owner.upload(roomId, sideways, 'Häuser am See.jpg');
    expect(image).toMatchObject({ name: 'Häuser am See.jpg', width: 40, height: 60 });
    await seat.until(({ room }) => room!.images.some(({ id }) => id === image.id), 'the image');

    const stored = await owner.request(`/api/rooms/${roomId}/images/${image.id}`);
    const metadata = await sharp(Buffer.from(await stored.arrayBuffer())).metadata();
    expect(metadata).toMatchObject({ width: 40, height: 60 });
    expect(metadata.exif).toBeUndefined();
  });

  it('smaller views and crops of it can be had', async () => {
    const image = await owner.upload(roomId, (await scenePicture(640, 400)).bytes);
    const view = await owner.request(`/api/rooms/${roomId}/images/${image.id}?side=160&crop=0,0,0.5,1`);
    expect(view.status).toBe(200);
    expect(view.headers.get('cache-control')).toContain('immutable');
    const metadata = await sharp(Buffer.from(await view.arrayBuffer())).metadata();
    expect(metadata).toMatchObject({ width: 128, height: 160 });
    expect((await owner.request(`/api/rooms/${roomId}/images/${image.id}?side=9999`)).status).toBe(400);
    expect((await owner.request(`/api/rooms/${roomId}/images/${image.id}?crop=0,0,2,1`)).status).toBe(400);
  });

  it.each([
    ['text', new TextEncoder().encode('not a picture'), 415, 'JPEG'],
    [
      'HEIC',
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]),
      415,
      'HEIC',
    ],
    ['nothing', new Uint8Array(0), 400, ''],
    ['too much', new Uint8Array(MAX_UPLOAD_BYTES + 1), 413, '20.1 MB'],
  ])('%s is refused with a message that helps, and nothing is kept', async (_what, bytes, status, hint) => {
    const before = seat.room!.images.length;
    const answer = await send(bytes);
    expect(answer.status).toBe(status);
    const { problem } = (await answer.json()) as { problem: { message: string } };
    expect(problem.message).toContain(hint);
    await seat.command({ type: 'member:rename', name: `Ada ${_what}` });
    expect(seat.room!.images).toHaveLength(before);
  });

  it('too many pixels are refused', async () => {
    const huge = await sharp({ create: { width: 9000, height: 6000, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const answer = await send(huge);
    expect(answer.status).toBe(413);
    expect(JSON.stringify(await answer.json())).toContain('megapixel');
  });

  it('a picture of another room cannot be seen', async () => {
    const image = await owner.upload(roomId, (await scenePicture(50, 50)).bytes);
    const other = await owner.createRoom();
    expect((await owner.request(`/api/rooms/${other}/images/${image.id}`)).status).toBe(404);
    expect((await new Person(server.url).request(`/api/rooms/${roomId}/images/${image.id}`)).status).toBe(
      401,
    );
  });

  it('every sample can be chosen', async () => {
    const samples = (await (await owner.request('/api/samples')).json()) as { id: string }[];
    expect(samples.length).toBeGreaterThanOrEqual(14);
    for (const { id } of samples) {
      expect((await owner.post(`/api/rooms/${roomId}/samples`, { sample: id })).status).toBe(201);
    }
    expect((await owner.post(`/api/rooms/${roomId}/samples`, { sample: '../secrets' })).status).toBe(404);
  });
});
