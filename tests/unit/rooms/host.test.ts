import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../server/errors';
import { createLogger } from '../../../server/logger';
import type { Forecast } from '../../../server/protocol/forecast';
import type { CommandId, MemberId, RoomId, RunId } from '../../../server/protocol/ids';
import type { Room } from '../../../server/protocol/room';
import { createMemoryDatabase } from '../../support/memory-database';
import { createMemoryObjectStore } from '../../support/memory-object-store';
import { RoomHost, type Arrival } from '../../../server/rooms/host';
import { LinkKeyring } from '../../../server/rooms/link-keys';
import { FakeRunQueue, fakeFrame, fakeOutcome, fakePoint } from '../../support/fake-run-queue';
import { objectNotFound } from '../../../server/repositories/failures';
import { image } from '../../support/rooms';

const OWNER = 'person-owner';
const full = new AppError({ code: 'unavailable', message: 'disk full', userMessage: 'The disk is full.' });

let database: ReturnType<typeof createMemoryDatabase>;
let objects: ReturnType<typeof createMemoryObjectStore>;
let queue: FakeRunQueue;
let host: RoomHost;
let roomId: RoomId;
let ids = 0;

const newCommand = () => `command-${(ids += 1)}` as CommandId;

function openHost(): RoomHost {
  return new RoomHost({
    ...database,
    objects,
    queue,
    keyring: new LinkKeyring(Buffer.alloc(32, 1)),
    memberId: (personId) => `member-of-${personId}` as MemberId,
    readyNetworks: () => ['compact'],
    defaultNetwork: () => 'compact',
    newId: () => `identifier-${(ids += 1)}`,
    now: () => 1_700_000_000_000 + ids,
    logger: createLogger('silent'),
  });
}

beforeEach(async () => {
  database = createMemoryDatabase();
  objects = createMemoryObjectStore();
  queue = new FakeRunQueue();
  host = openHost();
  roomId = await host.create(OWNER, 'A room');
  const bytes = [Buffer.from('content'), Buffer.from('style')];
  for (const each of bytes) {
    const id = (await objects.put(each)) as ReturnType<typeof image>['id'];
    await host.addImage(roomId, OWNER, image('a', { id }), each);
    const type = each === bytes[0] ? 'content:set' : 'style:add';
    await host.command(roomId, OWNER, newCommand(), { type, imageId: id, crop: null });
  }
});

async function arrive(): Promise<Arrival> {
  let arrival: Arrival | undefined;
  await host.join(roomId, OWNER, { name: 'Ada' }, (given) => {
    arrival = given;
  });
  return arrival!;
}

async function run(): Promise<Room['runs'][number]> {
  return (await arrive()).room.runs.at(-1)!;
}

async function startRun(): Promise<RunId> {
  await host.command(roomId, OWNER, newCommand(), { type: 'run:start' });
  const runId = [...queue.jobs.keys()].at(-1)!;
  queue.emit(runId, { type: 'started', engine: 'fake', networkChecksum: 'sha256:00' });
  return runId;
}

function reach(runId: RunId, iteration: number): void {
  const progress = { iteration, totalIterations: 50, remainingSeconds: 1 };
  queue.emit(runId, { type: 'iterates', points: [fakePoint(iteration)], progress });
}

/** What the room is told from now on of what cannot be kept. */
function unkept(): (string | null)[] {
  const told: (string | null)[] = [];
  host.subscribe((event) => {
    if (event.type === 'unkept') told.push(event.problem?.message ?? null);
  });
  return told;
}

/** Leaves a checkpoint, and a picture for looking back. */
function keep(runId: RunId, iteration: number): void {
  const size = { width: 1, height: 1 };
  const settings = queue.jobs.get(runId)!.settings;
  const picture = new Uint8Array(Float32Array.of(iteration, 0, 0).buffer);
  queue.emit(runId, { type: 'checkpoint', checkpoint: { ...size, iteration, scale: 1, picture, settings } });
  queue.emit(runId, { type: 'keyframe', keyframe: { ...size, iteration, png: Uint8Array.of(iteration) } });
}

function finish(runId: RunId, iteration: number): void {
  queue.emit(runId, { type: 'frame', frame: fakeFrame(iteration, { final: true }) });
  const progress = { iteration, totalIterations: iteration, remainingSeconds: 0 };
  queue.emit(runId, { type: 'finished', outcome: fakeOutcome({ progress }) });
}

describe('continuing', () => {
  it('R44: goes on from the iterate of the result, also after an attempt that failed further on', async () => {
    const runId = await startRun();
    reach(runId, 10);
    finish(runId, 10);
    await host.command(roomId, OWNER, newCommand(), { type: 'run:continue', runId, iterations: 40 });
    queue.emit(runId, { type: 'started', engine: 'fake', networkChecksum: 'sha256:00' });
    reach(runId, 40);
    queue.emit(runId, { type: 'failed', problem: { code: 'run-failed', message: 'It died.' } });
    expect(await run()).toMatchObject({ status: { kind: 'failed' }, progress: { iteration: 40 } });

    await host.command(roomId, OWNER, newCommand(), { type: 'run:continue', runId, iterations: 5 });
    expect(queue.jobs.get(runId)).toMatchObject({
      start: { iteration: 10 },
      past: { continuedFrom: 10, steered: false },
      settings: { iterations: 15 },
    });
    const { curve } = await arrive();
    expect(curve?.points.map(({ iteration }) => iteration)).toEqual([10]);
  });
});

describe('a run that is interrupted', () => {
  const died = { type: 'interrupted', problem: { code: 'run-failed', message: 'It died.' } } as const;
  const iterations = async () => (await arrive()).curve?.points.map(({ iteration }) => iteration);

  it('R46: has left what can be gone on from, and looked back at', async () => {
    const runId = await startRun();
    reach(runId, 40);
    keep(runId, 40);
    expect(await run()).toMatchObject({ checkpoints: [40], keyframes: [40] });
    const { checkpoints, keyframes } = (await database.rooms.load(roomId))!.runs[0]!;
    expect(checkpoints[0]).toMatchObject({ iteration: 40, scale: 1, width: 1, height: 1 });
    expect(await objects.get(checkpoints[0]!.picture)).toHaveLength(12);
    expect(await objects.get(keyframes[0]!.picture)).toEqual(Buffer.of(40));
    expect(keyframes[0]!.bytes).toBe(1);
  });

  it('R48: is submitted again from its checkpoint, on the curve up to that', async () => {
    const runId = await startRun();
    reach(runId, 20);
    await run();
    const patch = { contentWeight: 2 };
    await host.command(roomId, OWNER, newCommand(), { type: 'settings:change', patch });
    reach(runId, 40);
    keep(runId, 40);
    reach(runId, 60);
    const told: unknown[] = [];
    host.subscribe((event) => {
      if (event.type !== 'change') return;
      const runs = event.event.change.runs?.set ?? [];
      told.push(...runs.map(({ status, progress }) => [status.kind, progress.iteration]));
    });
    queue.emit(runId, died);
    expect(await run()).toMatchObject({ status: { kind: 'resuming' }, progress: { iteration: 40 } });
    expect(told.at(-1)).toEqual(['resuming', 40]);
    expect(queue.last('submit')).toEqual({ type: 'submit', runId });
    expect(queue.jobs.get(runId)!.start).toMatchObject({ iteration: 40, scale: 1, seconds: 20 });
    // Its picture is to say what it would have said: its own state is no other run's picture.
    expect(queue.jobs.get(runId)!.past).toEqual({ steered: true, continuedFrom: null });
    expect(await iterations()).toEqual([20, 40]);
    reach(runId, 41);
    expect(await iterations()).toEqual([20, 40, 41]);
  });

  it('R48: goes on from an earlier state where the last one is gone, and afresh where none is left', async () => {
    const runId = await startRun();
    for (const iteration of [20, 40]) {
      reach(runId, iteration);
      keep(runId, iteration);
    }
    await run();
    const { checkpoints } = (await database.rooms.load(roomId))!.runs[0]!;
    const gone = new Set([checkpoints[1]!.picture]);
    const get = objects.get.bind(objects);
    vi.spyOn(objects, 'get').mockImplementation(async (key) => {
      if (gone.has(key)) throw objectNotFound(key);
      return get(key);
    });
    queue.emit(runId, died);
    expect(await run()).toMatchObject({ status: { kind: 'resuming' }, checkpoints: [20], keyframes: [20] });
    expect(queue.jobs.get(runId)!.start).toMatchObject({ iteration: 20 });
    expect(await iterations()).toEqual([20]);

    gone.add(checkpoints[0]!.picture);
    host = openHost();
    await host.recover();
    expect(await run()).toMatchObject({ status: { kind: 'queued' }, checkpoints: [], keyframes: [] });
    expect(queue.jobs.get(runId)!.start).toBeNull();
  });

  it('R48: has its whole curve where it is given up', async () => {
    const runId = await startRun();
    for (let time = 0; time < 3; time += 1) {
      reach(runId, 20 + time);
      queue.emit(runId, died);
      await run();
    }
    expect(await run()).toMatchObject({ status: { kind: 'failed' }, progress: { iteration: 22 } });
    expect(await iterations()).toEqual([22]);
  });

  it('R95: goes without a moment that cannot be kept, which the room is told until one can', async () => {
    const runId = await startRun();
    const told = unkept();
    vi.spyOn(objects, 'put').mockRejectedValue(full);
    keep(runId, 40);
    expect(await run()).toMatchObject({ status: { kind: 'running' }, checkpoints: [], keyframes: [] });
    expect((await arrive()).unkept).toEqual({ code: 'unavailable', message: 'The disk is full.' });
    vi.restoreAllMocks();
    keep(runId, 50);
    expect(await run()).toMatchObject({ checkpoints: [50], keyframes: [50] });
    expect(told).toEqual(['The disk is full.', null]);
  });

  it('R95: is over with the run: what was not kept of it is not waited for', async () => {
    const runId = await startRun();
    const told = unkept();
    vi.spyOn(objects, 'put').mockRejectedValueOnce(full).mockRejectedValueOnce(full);
    keep(runId, 40);
    finish(runId, 41);
    expect((await run()).status.kind).toBe('finished');
    expect((await arrive()).unkept).toBeNull();
    expect(told).toEqual(['The disk is full.', null]);
  });

  it('R28: is held where it was paused, so that it does not begin meanwhile', async () => {
    const runId = await startRun();
    await host.command(roomId, OWNER, newCommand(), { type: 'run:pause', runId });
    queue.emit(runId, { type: 'paused' });
    expect(queue.submissions.get(runId)).toMatchObject({ held: false });
    queue.emit(runId, died);
    await run();
    expect(queue.submissions.get(runId)).toMatchObject({ held: true });
    expect(queue.last('pause')).toEqual({ type: 'pause', runId });
    queue.emit(runId, { type: 'paused' });
    expect((await run()).status.kind).toBe('paused');
  });
});

describe('pausing', () => {
  it('a resume that comes before the pause has taken effect is not lost', async () => {
    const runId = await startRun();
    await host.command(roomId, OWNER, newCommand(), { type: 'run:pause', runId });
    await host.command(roomId, OWNER, newCommand(), { type: 'run:resume', runId });
    expect(queue.calls.slice(-2).map(({ type }) => type)).toEqual(['pause', 'resume']);
  });
});

describe('forecasts that change', () => {
  const forecast: Forecast = {
    secondsPerIteration: 1,
    totalSeconds: 300,
    peakBytes: 1e9,
    fits: true,
    largestSize: 2048,
  };
  const shown: (Forecast | null)[] = [];
  const change = async (): Promise<void> => {
    shown.length = 0;
    host.subscribe((event) => {
      if (event.type === 'forecast') shown.push(event.forecast);
    });
    queue.changeForecasts(() => forecast);
    await host.revision(roomId); // after whatever the change has brought about in the room
  };

  it('are shown to a room with somebody in it, whose revision and record stay', async () => {
    const { room: before } = await arrive();
    const save = vi.spyOn(database.rooms, 'save');
    await change();
    expect(shown).toEqual([forecast]);
    expect(save).not.toHaveBeenCalled();
    expect(await host.revision(roomId)).toBe(before.revision);
  });

  it('are shown to nobody in an empty room, nor once the host is closed', async () => {
    const { connection } = await arrive();
    await host.leave(roomId, connection);
    await change();
    expect(shown).toEqual([]);
    await arrive();
    await host.close();
    await change();
    expect(shown).toEqual([]);
  });
});

describe('when nothing can be written', () => {
  it('R22: a command is refused and changes nothing', async () => {
    const before = await arrive();
    vi.spyOn(database.rooms, 'save').mockRejectedValueOnce(full);
    const refused = host.command(roomId, OWNER, newCommand(), {
      type: 'settings:change',
      patch: { seed: 9 },
    });
    await expect(refused).rejects.toThrow(full);
    expect((await arrive()).room.setup).toEqual(before.room.setup);
  });

  it('R95: what happens to a run and cannot be written is told the room, until it is written', async () => {
    const runId = await startRun();
    await run(); // so that the owner has a name: saying one would be written as well
    const told = unkept();
    vi.spyOn(database.rooms, 'save').mockRejectedValueOnce(full);
    queue.emit(runId, { type: 'paused' });
    expect((await run()).status.kind).toBe('paused');
    expect(told).toEqual(['The disk is full.']);
    queue.emit(runId, { type: 'resumed' });
    await run();
    expect(told).toEqual(['The disk is full.', null]);
  });

  it('R23: a run that ends does not stay running, the next can start, and all is kept as soon as it can be', async () => {
    const runId = await startRun();
    await run();
    vi.spyOn(database.rooms, 'save').mockRejectedValueOnce(full);
    queue.emit(runId, { type: 'failed', problem: { code: 'run-failed', message: 'It died.' } });
    expect((await run()).status.kind).toBe('failed');
    await startRun();
    await run();
    const stored = (await database.rooms.load(roomId))!;
    expect(stored.runs.map(({ status }) => status.kind)).toEqual(['failed', 'running']);
  });

  it('R23: a host that is closed keeps what it can of the other rooms, and listens to the queue no longer', async () => {
    const other = roomId;
    const first = await startRun();
    await run();
    roomId = await host.duplicate(other, OWNER);
    const second = await startRun();
    await run();
    const save = database.rooms.save.bind(database.rooms);
    let slow = false;
    vi.spyOn(database.rooms, 'save').mockImplementation(async (next, previous) => {
      if (next.id === other || !slow) throw full;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return save(next, previous);
    });
    for (const runId of [first, second]) queue.emit(runId, { type: 'paused' });
    for (const id of [other, roomId]) await host.revision(id);
    slow = true;
    await expect(host.close()).rejects.toThrow(full);
    expect((await database.rooms.load(roomId))!.runs[0]!.status.kind).toBe('paused');

    const changed = vi.fn();
    host.subscribe(changed);
    queue.emit(second, { type: 'resumed' });
    await host.revision(roomId);
    expect(changed).not.toHaveBeenCalled();
  });

  it('R95: a curve that cannot be kept neither stops the curve nor the end of the run, and the room is told', async () => {
    const runId = await startRun();
    const told = unkept();
    vi.spyOn(database.curves, 'save').mockRejectedValue(full);
    reach(runId, 3);
    finish(runId, 3);
    expect((await run()).status.kind).toBe('finished');
    expect((await arrive()).curve?.points).toHaveLength(1);
    expect(told).toEqual(['The disk is full.']);
  });

  it('a result that cannot be kept fails the run with the reason', async () => {
    const runId = await startRun();
    vi.spyOn(objects, 'put').mockRejectedValueOnce(full);
    finish(runId, 3);
    expect((await run()).status).toMatchObject({ kind: 'failed', problem: { message: 'The disk is full.' } });
  });

  it('a room that refuses a picture does not keep its bytes', async () => {
    const put = vi.spyOn(objects, 'put');
    const huge = image('c', { bytes: 2 ** 40 });
    await expect(host.addImage(roomId, OWNER, huge, Buffer.from('x'))).rejects.toMatchObject({
      code: 'quota',
    });
    expect(put).not.toHaveBeenCalled();
  });
});

describe('what is damaged', () => {
  it('a curve or a preview that cannot be read keeps nobody out of the room', async () => {
    const runId = await startRun();
    finish(runId, 3);
    await run();
    const damaged = new AppError({ code: 'internal', message: 'damaged', userMessage: 'Damaged.' });
    host = openHost(); // what follows is read from the disk
    vi.spyOn(database.curves, 'load').mockRejectedValue(damaged);
    vi.spyOn(objects, 'get').mockRejectedValue(damaged);
    expect(await arrive()).toMatchObject({ curve: null, frame: null, room: { id: roomId } });
  });

  it('does not keep the server from starting', async () => {
    keep(await startRun(), 40);
    await run();
    host = openHost();
    vi.spyOn(database.curves, 'load').mockRejectedValue(new Error('damaged'));
    await host.recover();
    expect((await run()).status.kind).toBe('failed');
    vi.spyOn(database.rooms, 'unfinishedRuns').mockResolvedValue([
      { roomId: 'gone-0000' as RoomId, runId: 'x' as RunId },
    ]);
    await host.recover();
  });

  it('a run whose pictures are gone fails at once, with its own progress', async () => {
    const first = await startRun();
    reach(first, 20);
    finish(first, 20);
    await run();
    vi.spyOn(objects, 'get').mockRejectedValue(full);
    await host.command(roomId, OWNER, newCommand(), { type: 'run:start' });
    expect(await run()).toMatchObject({ number: 2, status: { kind: 'failed' }, progress: { iteration: 0 } });
  });
});

describe('a deleted room', () => {
  it('R17: keeps nothing of the run that was going, and lets nobody in', async () => {
    const runId = await startRun();
    reach(runId, 3);
    await host.command(roomId, OWNER, newCommand(), { type: 'room:delete' });
    const put = vi.spyOn(objects, 'put');
    const save = vi.spyOn(database.curves, 'save');
    reach(runId, 4);
    finish(runId, 5);
    await host.revision(roomId); // after whatever that has brought about in the room
    expect(put).not.toHaveBeenCalled();
    expect(save).not.toHaveBeenCalled();
    await expect(arrive()).rejects.toMatchObject({ code: 'not-found' });
    await expect(host.enter(roomId, 'somebody-else', undefined)).rejects.toMatchObject({ code: 'not-found' });
    expect(await host.recent(OWNER, 10)).toEqual([]);
  });
});

describe('many at once', () => {
  it('R24: commands that come together are done one after another, on one state', async () => {
    host = openHost(); // the room is not in memory
    await Promise.all(
      Array.from({ length: 20 }, (_, seed) =>
        host.command(roomId, OWNER, newCommand(), { type: 'settings:change', patch: { seed: seed + 1 } }),
      ),
    );
    const stored = (await database.rooms.load(roomId))!;
    expect(stored.setup.settings.seed).toBe(20);
    expect((await arrive()).room.setup.settings.seed).toBe(20);
  });
});
