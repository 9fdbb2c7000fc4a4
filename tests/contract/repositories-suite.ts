import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandIdSchema } from '../../server/protocol/ids';
import type { CurveRepository } from '../../server/repositories/ports/curve-repository';
import type { ListedResult, RoomRepository } from '../../server/repositories/ports/room-repository';
import type { RoomRecord, RunRecord } from '../../server/rooms/record';
import {
  sampleActivity,
  sampleImage,
  sampleMember,
  samplePoints,
  sampleRemark,
  sampleRoom,
  sampleRun,
} from './repositories-sample';

export interface DatabaseUnderTest {
  readonly rooms: RoomRepository;
  readonly curves: CurveRepository;
  close(): Promise<void>;
}

/** What every implementation of the room and curve repositories does. */
export function repositoriesContract(name: string, open: () => Promise<DatabaseUnderTest>): void {
  let database: DatabaseUnderTest;
  beforeEach(async () => {
    database = await open();
  });
  afterEach(() => database.close());

  const created = async (changes: Partial<RoomRecord> = {}): Promise<RoomRecord> => {
    const room = sampleRoom(changes);
    await database.rooms.create(room);
    return room;
  };
  const saved = async (previous: RoomRecord, changes: Partial<RoomRecord>): Promise<RoomRecord> => {
    const next = {
      ...previous,
      revision: previous.revision + 1,
      updatedAt: previous.updatedAt + 1,
      ...changes,
    };
    await database.rooms.save(next, previous);
    return next;
  };

  describe(`room repository: ${name}`, () => {
    it('loads what was created, every field of it', async () => {
      const image = sampleImage();
      const room = await created({
        setup: {
          ...sampleRoom().setup,
          content: { imageId: image.id, crop: { x: 0, y: 0.25, width: 1, height: 0.5 } },
          styles: [{ imageId: image.id, crop: null }],
        },
        keyVersions: { edit: 3, watch: 7, recovery: 2 },
        settingsLocked: true,
        bans: [{ memberId: sampleMember().id, name: 'Mallory', at: 1_750_000_006_000 }],
        activity: [sampleActivity(7), sampleActivity(8)],
        remarks: [sampleRemark(3), sampleRemark(4)],
        members: [
          sampleMember(),
          sampleMember({ name: null, role: 'viewer' }),
          sampleMember({ role: 'editor' }),
        ],
        images: [sampleImage(), image],
        runs: [
          sampleRun(1),
          sampleRun(2, {
            status: {
              kind: 'failed',
              problem: { code: 'run-failed', message: 'The computing process ended.' },
            },
            result: null,
          }),
          sampleRun(3, {
            status: { kind: 'queued', position: 2, startsInSeconds: 40 },
            wish: 'stop',
            endedAt: null,
            parent: null,
            published: false,
            listedAt: null,
            name: null,
            favourite: false,
            origin: null,
            keyframes: [],
            checkpoints: [],
            interruption: null,
            engine: null,
            networkChecksum: null,
            marks: [],
            result: null,
            progress: { iteration: 0, totalIterations: 300, remainingSeconds: null },
          }),
        ],
      });
      expect(await database.rooms.load(room.id)).toEqual(room);
    });

    it('loads null for a room that was never created', async () => {
      expect(await database.rooms.load(sampleRoom().id)).toBeNull();
    });

    it('refuses a second room with the same id, and keeps the first', async () => {
      const room = await created();
      await expect(database.rooms.create({ ...room, title: 'Other' })).rejects.toMatchObject({
        code: 'conflict',
      });
      expect(await database.rooms.load(room.id)).toEqual(room);
    });

    it('saves changes of the room, its members, images and runs', async () => {
      const first = await created({
        members: [sampleMember(), sampleMember()],
        images: [sampleImage()],
        runs: [sampleRun(1), sampleRun(2, { status: { kind: 'running' }, result: null })],
      });
      const second = await saved(first, {
        title: 'Renamed',
        keyVersions: { edit: 2, watch: 1, recovery: 1 },
        settingsLocked: true,
        bans: [{ memberId: sampleMember().id, name: 'Mallory', at: 1_750_000_006_000 }],
        setup: { ...first.setup, settings: { ...first.setup.settings, contentWeight: 2.5 } },
        members: [first.members[0]!, { ...first.members[1]!, name: 'Grace' }, sampleMember()],
        images: [...first.images, sampleImage()],
        runs: [first.runs[0]!, { ...first.runs[1]!, status: { kind: 'stopped' } }, sampleRun(3)],
      });
      expect(await database.rooms.load(first.id)).toEqual(second);
    });

    it('saves many changes one after another, also where only the room itself changes', async () => {
      let room = await created();
      for (let index = 0; index < 20; index += 1) {
        room = await saved(room, {
          setup: { ...room.setup, settings: { ...room.setup.settings, iterations: 100 + index } },
        });
      }
      expect(await database.rooms.load(room.id)).toEqual(room);
    });

    it('forgets members, images and runs that are gone, and keeps the order of the others', async () => {
      const first = await created({
        members: [sampleMember(), sampleMember(), sampleMember()],
        images: [sampleImage(), sampleImage(), sampleImage()],
        runs: [sampleRun(1), sampleRun(2)],
      });
      const second = await saved(first, {
        members: first.members.slice(1),
        images: [first.images[2]!, first.images[0]!, sampleImage()],
        runs: first.runs.slice(1),
      });
      expect(await database.rooms.load(first.id)).toEqual(second);
    });

    it('saves what was done and said, the list of it cut off at its beginning and changed at its end', async () => {
      const first = await created({
        activity: [sampleActivity(1), sampleActivity(2), sampleActivity(3)],
        remarks: [sampleRemark(1), sampleRemark(2), sampleRemark(3)],
      });
      const second = await saved(first, {
        activity: [first.activity[1]!, sampleActivity(3), sampleActivity(4)],
        remarks: [first.remarks[0]!, first.remarks[2]!, sampleRemark(4)],
      });
      expect(await database.rooms.load(first.id)).toEqual(second);
    });

    it('R25: keeps the receipt of a command with the change that it made, or neither', async () => {
      const first = await created();
      const [owner] = first.members;
      const receipt = commandIdSchema.parse('command-0001');
      const done = { ...owner!, receipts: [...owner!.receipts, receipt] };
      const second = await saved(first, { title: 'Renamed', members: [done] });
      expect(await database.rooms.load(first.id)).toEqual(second);
      await expect(
        saved(first, { title: 'Renamed too late', members: [{ ...done, receipts: [] }] }),
      ).rejects.toMatchObject({ code: 'conflict' });
      expect(await database.rooms.load(first.id)).toEqual(second);
    });

    it('keeps of a deleted room that it was deleted, lists it nowhere for its members, and among all rooms', async () => {
      const me = 'person-me-deleted';
      const first = await created({
        members: [sampleMember({ personId: me })],
        runs: [sampleRun(1)],
        activity: [sampleActivity(1)],
        remarks: [sampleRemark(1)],
      });
      await database.curves.save(first.runs[0]!.id, samplePoints(3));
      const second = await saved(first, {
        deletedAt: 1_750_000_009_000,
        runs: [],
        activity: [],
        remarks: [],
      });
      expect(await database.rooms.load(first.id)).toEqual(second);
      expect(await database.rooms.recent(me, 10)).toEqual([]);
      expect(await database.rooms.all()).toContain(first.id);
      expect(await database.curves.load(first.runs[0]!.id)).toEqual([]);
    });

    it('forgets a room that was deleted, and none else', async () => {
      const [deleted, there] = [await created({ deletedAt: 1_750_000_009_000 }), await created()];
      expect(await database.rooms.forget(deleted.id)).toBe(true);
      expect(await database.rooms.forget(deleted.id)).toBe(false);
      expect(await database.rooms.forget(there.id)).toBe(false);
      expect(await database.rooms.load(deleted.id)).toBeNull();
      expect(await database.rooms.load(there.id)).toEqual(there);
    });

    it('lists all rooms, oldest first', async () => {
      const younger = await created({ createdAt: 2_000 });
      const older = await created({ createdAt: 1_000 });
      expect(await database.rooms.all()).toEqual([older.id, younger.id]);
    });

    it('refuses to save over a revision that it has not seen, and changes nothing', async () => {
      const first = await created();
      const second = await saved(first, { title: 'By the first' });
      const late = saved(first, { title: 'By the second', members: [...first.members, sampleMember()] });
      await expect(late).rejects.toMatchObject({ code: 'conflict' });
      expect(await database.rooms.load(first.id)).toEqual(second);
    });

    it('lets one of several writers of the same revision win', async () => {
      const first = await created();
      const attempts = await Promise.allSettled(
        ['a', 'b', 'c', 'd'].map((title) =>
          saved(first, { title, members: [...first.members, sampleMember()] }),
        ),
      );
      const winners = attempts.filter((attempt) => attempt.status === 'fulfilled');
      expect(winners).toHaveLength(1);
      expect(await database.rooms.load(first.id)).toEqual(winners[0]!.value);
      for (const attempt of attempts) {
        if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject({ code: 'conflict' });
      }
    });

    it('refuses to save a room that was never created', async () => {
      const room = sampleRoom();
      await expect(saved(room, {})).rejects.toMatchObject({ code: 'not-found' });
      expect(await database.rooms.load(room.id)).toBeNull();
    });

    it('keeps its values apart from those that were handed in and out', async () => {
      const room = await created({ runs: [sampleRun(1)] });
      const loaded = await database.rooms.load(room.id);
      loaded!.runs[0]!.settings.contentWeight = 99;
      expect(await database.rooms.load(room.id)).toEqual(room);
    });

    it("lists a person's rooms, latest change first, with what it takes to show them", async () => {
      const me = 'person-me-123456';
      const image = sampleImage();
      const finished = sampleRun(1);
      const old = await created({
        updatedAt: 1_000,
        members: [sampleMember({ personId: me, role: 'viewer' })],
      });
      const recent = await created({
        updatedAt: 3_000,
        title: 'Recent',
        members: [sampleMember(), sampleMember({ personId: me, role: 'editor' })],
        images: [image],
        setup: { ...sampleRoom().setup, content: { imageId: image.id, crop: null } },
        runs: [sampleRun(1), { ...finished, number: 2 }, sampleRun(3, { result: null })],
      });
      await created({ updatedAt: 5_000 });

      expect(await database.rooms.recent(me, 10)).toEqual([
        {
          id: recent.id,
          title: 'Recent',
          role: 'editor',
          updatedAt: 3_000,
          latestResult: finished.id,
          content: { imageId: image.id, crop: null },
        },
        { id: old.id, title: old.title, role: 'viewer', updatedAt: 1_000, latestResult: null, content: null },
      ]);
      expect((await database.rooms.recent(me, 1)).map((room) => room.id)).toEqual([recent.id]);
      expect(await database.rooms.recent('person-nobody', 10)).toEqual([]);
    });

    it('lists what was published in all rooms, latest first, in pages, until it is taken back', async () => {
      const at = (number: number, listedAt: number | null) =>
        sampleRun(number, { listedAt, published: listedAt !== null });
      const other = await created({ title: 'Quay', runs: [at(1, 4_000), at(2, null)] });
      const room = await created({ title: 'Harbour', runs: [at(1, 2_000), at(2, 4_000), at(3, 3_000)] });
      const gone = await created({ runs: [at(1, 9_000)] });
      await saved(gone, { deletedAt: 1_750_000_009_000, runs: [] });

      const listed = ({ id: runId, listedAt, result }: RunRecord, { id: roomId, title }: RoomRecord) =>
        ({ runId, listedAt, result, roomId, title }) as ListedResult;
      const [first, second, third] = room.runs as [RunRecord, RunRecord, RunRecord];
      // Published at the same moment, they stand in the order of their ids.
      const both = [listed(other.runs[0]!, other), listed(second, room)].sort((a, b) =>
        a.runId < b.runId ? 1 : -1,
      );
      const all = [...both, listed(third, room), listed(first, room)];
      expect(await database.rooms.listed(10)).toEqual({ results: all, next: null });
      expect(await database.rooms.listed(4)).toEqual({ results: all, next: null });

      const pages: ListedResult[][] = [];
      for (let page = await database.rooms.listed(1); ; page = await database.rooms.listed(1, page.next)) {
        pages.push([...page.results]);
        if (page.next === null) break;
      }
      expect(pages).toEqual(all.map((one) => [one]));

      await saved(room, { runs: [{ ...first, listedAt: null, published: false }, second, third] });
      expect((await database.rooms.listed(10)).results).toEqual(all.slice(0, 3));
    });

    it('finds the runs that were not finished', async () => {
      const room = await created({
        runs: [
          sampleRun(1),
          sampleRun(2, { status: { kind: 'queued', position: 1, startsInSeconds: null } }),
          sampleRun(3, { status: { kind: 'running' } }),
          sampleRun(4, { status: { kind: 'paused' } }),
          sampleRun(5, { status: { kind: 'stopped' } }),
          sampleRun(6, { status: { kind: 'failed', problem: { code: 'run-failed', message: 'It ended.' } } }),
          sampleRun(7, { status: { kind: 'resuming', problem: { code: 'run-failed', message: 'Killed.' } } }),
        ],
      });
      const found = await database.rooms.unfinishedRuns();
      expect(found.toSorted((a, b) => a.runId.localeCompare(b.runId))).toEqual(
        [...room.runs.slice(1, 4), room.runs[6]!]
          .map((run) => ({ roomId: room.id, runId: run.id }))
          .toSorted((a, b) => a.runId.localeCompare(b.runId)),
      );

      await saved(room, {
        runs: room.runs.map((run) => ({ ...run, status: { kind: 'finished' as const } })),
      });
      expect(await database.rooms.unfinishedRuns()).toEqual([]);
    });
  });

  describe(`curve repository: ${name}`, () => {
    const run = sampleRun(1);
    beforeEach(() => created({ runs: [run, sampleRun(2)] }));

    it('loads exactly the numbers that were saved', async () => {
      const points = samplePoints(300);
      await database.curves.save(run.id, points);
      expect(await database.curves.load(run.id)).toEqual(points);
    });

    it('replaces a curve, by a longer or a shorter one', async () => {
      for (const count of [2, 5, 1, 0]) {
        await database.curves.save(run.id, samplePoints(count));
        expect(await database.curves.load(run.id)).toEqual(samplePoints(count));
      }
    });

    it('has no points for a run without a curve', async () => {
      expect(await database.curves.load(run.id)).toEqual([]);
    });

    it('refuses the curve of a run that no room has', async () => {
      const stranger = sampleRun(1).id;
      await expect(database.curves.save(stranger, samplePoints(3))).rejects.toMatchObject({
        code: 'not-found',
      });
      expect(await database.curves.load(stranger)).toEqual([]);
    });
  });
}
