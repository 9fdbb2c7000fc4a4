import type { Welcome } from '../../server/protocol/events';
import type { RoomId, RunId } from '../../server/protocol/ids';
import type { ImageInfo } from '../../server/protocol/images';
import { Person, type Seat } from './client';
import type { FakeRunQueue } from './fake-run-queue';
import { scenePicture, strokesPicture } from './pictures';

/** A room with a content image and a style picture, its owner in one browser and a guest in another. */
export interface Studio {
  readonly roomId: RoomId;
  readonly owner: Person;
  readonly guest: Person;
  readonly a: Seat;
  readonly b: Seat;
  readonly welcome: Welcome;
  readonly content: ImageInfo;
  readonly style: ImageInfo;
}

/** @param link by which the guest comes */
export async function openStudio(url: string, link: 'edit' | 'watch' = 'edit'): Promise<Studio> {
  const owner = new Person(url);
  const roomId = await owner.createRoom();
  const a = owner.connect();
  const welcome = await a.join(roomId, 'Ada');
  const content = await owner.upload(roomId, (await scenePicture(80, 64)).bytes);
  const style = await owner.upload(roomId, (await strokesPicture(80, 64)).bytes);
  await a.command({ type: 'content:set', imageId: content.id, crop: null });
  await a.command({ type: 'style:add', imageId: style.id, crop: null });

  const guest = new Person(url);
  await guest.enter(roomId, welcome.keys[link]!);
  const b = guest.connect();
  await b.join(roomId, 'Ben');
  // Who is here is told in batches, so that it may come after everything else.
  await a.until(({ room }) => room!.members.every(({ online }) => online), 'both are here');
  return { roomId, owner, guest, a, b, welcome, content, style };
}

/** Starts a run of which the double says that it is going. Throws where the room refuses it. */
export async function startFakeRun({ a }: Studio, queue: FakeRunQueue): Promise<RunId> {
  const answer = await a.command({ type: 'run:start' });
  if (!answer.ok) throw new Error(`refused: ${answer.problem.message}`);
  const runId = [...queue.jobs.keys()].at(-1)!;
  queue.emit(runId, { type: 'started', engine: 'fake', networkChecksum: 'sha256:00' });
  return runId;
}
