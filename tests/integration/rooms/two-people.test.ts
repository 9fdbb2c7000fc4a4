import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingOf } from '../../../app/_lib/room-selectors';
import { Person } from '../../support/client';
import { FakeRunQueue, fakeFrame, fakeOutcome, fakePoint } from '../../support/fake-run-queue';
import { openPage, type TestPage } from '../../support/page';
import { discardServer, startTestServer, type TestServer } from '../../support/server';
import { openStudio, startFakeRun, type Studio } from '../../support/studio';

const queue = new FakeRunQueue();
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ queue });
});
afterAll(async () => {
  await discardServer(server);
});

const studio = (link?: 'edit' | 'watch') => openStudio(server.url, link);
const startRun = (here: Studio) => startFakeRun(here, queue);

describe('two people in a room', () => {
  it('see the same setup, and each other', async () => {
    const { a, b } = await studio();
    await a.until(({ room }) => room!.members.filter(({ online }) => online).length === 2, 'both are here');
    expect(b.room!.setup).toEqual(a.room!.setup);
    expect(a.room!.members.map(({ name, role }) => [name, role])).toEqual([
      ['Ada', 'owner'],
      ['Ben', 'editor'],
    ]);
    b.close();
    await a.until(({ room }) => room!.members.some(({ online }) => !online), 'Ben has left');
  });

  it('R76: either takes the content image away for both, and none starts a run until there is another', async () => {
    const { a, b, content } = await studio();
    const remove = { type: 'content:remove', imageId: content.id } as const;
    expect(await b.command(remove)).toMatchObject({ ok: true });
    await a.until(({ room }) => room!.setup.content === null, 'no content image');
    expect(b.room!.setup).toEqual(a.room!.setup);
    expect(a.room!.activity.at(-1)).toMatchObject({
      memberName: 'Ben',
      deed: { kind: 'content-removed', imageId: content.id },
    });
    expect(await a.command({ type: 'run:start' })).toMatchObject({
      ok: false,
      problem: { field: 'content' },
    });
    expect(await a.command(remove)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    await a.command({ type: 'content:set', imageId: content.id, crop: null });
    expect(await b.command({ type: 'run:start' })).toMatchObject({ ok: true });
  });

  it('get the same frames and curves, and both see the run finish', async () => {
    const here = await studio();
    const { a, b } = here;
    const runId = await startRun(here);
    for (const iteration of [0, 1, 2]) {
      queue.emit(runId, {
        type: 'iterates',
        points: [fakePoint(iteration)],
        progress: { iteration, totalIterations: 3, remainingSeconds: 1 },
      });
      queue.emit(runId, { type: 'frame', frame: fakeFrame(iteration) });
    }
    queue.emit(runId, { type: 'frame', frame: fakeFrame(3, { final: true }) });
    queue.emit(runId, { type: 'finished', outcome: fakeOutcome() });
    await Promise.all([a, b].map((seat) => seat.until(({ status }) => status === 'finished', 'finished')));

    const curves = [a, b].map((seat) => seat.iterates.flatMap(({ points }) => points));
    expect(curves[0]!.map(({ iteration }) => iteration)).toEqual([0, 1, 2]);
    expect(curves[1]).toEqual(curves[0]);
    for (const seat of [a, b]) {
      const last = seat.frames.at(-1)!;
      expect(last.frame).toMatchObject({ runId, iteration: 3, final: true });
      expect(last.bytes).toEqual(Buffer.from(fakeFrame(3).bytes));
    }
    expect(a.room).toEqual(b.room);
    expect(a.room!.runs[0]!.result).toEqual({ width: 4, height: 3 });
  });

  it('R80, R30: a bad command gets a typed error that names the field, and changes nothing', async () => {
    const { a } = await studio();
    const before = structuredClone(a.room);
    for (const [message, field] of [
      [{ type: 'settings:change', patch: { styleWeight: 1e9 } }, 'styleWeight'],
      [{ type: 'settings:change', patch: { iterations: 0 } }, 'iterations'],
      [{ type: 'settings:change', patch: { size: 100_000 } }, 'size'],
      [{ type: 'settings:change', patch: { contentLayers: {} } }, 'contentLayers'],
      [{ type: 'settings:change', patch: { contentLayers: { nonsense: 1 } } }, 'contentLayers'],
      [{ type: 'settings:change', patch: { nonsense: 1 } }, undefined],
      [{ type: 'member:rename', name: '' }, 'name'],
      [{ type: 'nonsense' }, undefined],
      [null, undefined],
      ['run:start', undefined],
    ] as const) {
      const answer = await a.rawCommand(message);
      expect(answer, JSON.stringify(message)).toMatchObject({ ok: false, problem: { code: 'invalid' } });
      if (!answer.ok && field) expect(answer.problem).toMatchObject({ field });
      if (!answer.ok && field) expect(answer.problem.message).toContain(field);
    }
    expect(a.room).toEqual(before);
  });

  it('a viewer watches, and can change nothing but their own name', async () => {
    const { a, b, roomId, guest } = await studio('watch');
    expect(await b.command({ type: 'run:start' })).toMatchObject({
      ok: false,
      problem: { code: 'forbidden' },
    });
    expect(await b.command({ type: 'network:download', network: 'vgg19' })).toMatchObject({
      ok: false,
      problem: { code: 'forbidden' },
    });
    const upload = await guest.request(`/api/rooms/${roomId}/images`, { method: 'POST', body: 'x' });
    expect(upload.status).toBe(403);
    expect(await b.command({ type: 'member:rename', name: 'Bea' })).toMatchObject({ ok: true });
    await a.until(({ room }) => room!.members.some(({ name }) => name === 'Bea'), 'the new name');
  });

  it('R4: two tabs of one person are one member, who is here until both are closed', async () => {
    const { roomId, a, guest, b } = await studio();
    const second = guest.connect();
    await second.join(roomId);
    expect(second.room!.members).toHaveLength(2);
    b.close();
    await second.command({ type: 'member:rename', name: 'Still Ben' });
    await a.until(({ room }) => room!.members[1]!.name === 'Still Ben', 'renamed');
    expect(a.room!.members[1]!.online).toBe(true);
    second.close();
    await a.until(({ room }) => !room!.members[1]!.online, 'gone');
  });

  it('R5: somebody who comes late gets the state, the whole curve and the latest frame at once', async () => {
    const here = await studio();
    const runId = await startRun(here);
    queue.emit(runId, {
      type: 'iterates',
      points: Array.from({ length: 1500 }, (_, iteration) => fakePoint(iteration)),
      progress: { iteration: 1499, totalIterations: 2000, remainingSeconds: 9 },
    });
    for (const iteration of [700, 1499]) queue.emit(runId, { type: 'frame', frame: fakeFrame(iteration) });
    await here.a.until(({ frames }) => frames.some(({ frame }) => frame.iteration === 1499), 'the frame');

    const late = new Person(server.url);
    await late.enter(here.roomId, here.welcome.keys.watch);
    const seat = late.connect();
    const welcome = await seat.join(here.roomId, 'Cleo');
    expect(seat.room!.runs[0]).toMatchObject({
      status: { kind: 'running' },
      progress: { iteration: 1499 },
    });
    expect(welcome.curve?.points).toHaveLength(1000);
    expect(welcome.curve?.points.at(0)?.iteration).toBe(0);
    expect(welcome.curve?.points.at(-1)?.iteration).toBe(1499);
    await seat.until(({ frames }) => frames.length > 0, 'a frame');
    expect(seat.frames.map(({ frame }) => frame.iteration)).toEqual([1499]);
  });

  it('R50: a slow client skips frames, never has two on their way, and still gets the final one', async () => {
    const here = await studio();
    const slow = here.guest.connect({ acknowledgeFrames: false });
    await slow.join(here.roomId);
    const runId = await startRun(here);
    for (const iteration of [1, 2, 3, 4]) queue.emit(runId, { type: 'frame', frame: fakeFrame(iteration) });
    queue.emit(runId, { type: 'frame', frame: fakeFrame(5, { final: true }) });
    queue.emit(runId, { type: 'finished', outcome: fakeOutcome() });
    await slow.until(({ status }) => status === 'finished', 'finished');
    expect(slow.frames.map(({ frame }) => frame.iteration)).toEqual([1]);
    slow.frames[0]!.acknowledge();
    await slow.until(({ frames }) => frames.length === 2, 'the final frame');
    expect(slow.frames[1]!.frame).toMatchObject({ iteration: 5, final: true });
  });

  it('steering reaches the queue, and everybody sees who did it', async () => {
    const here = await studio();
    const runId = await startRun(here);
    expect(
      await here.b.command({ type: 'settings:change', patch: { styleWeight: 7, size: 256 } }),
    ).toMatchObject({ ok: true });
    expect(queue.last('steer')).toMatchObject({ runId, settings: { styleWeight: 7, size: 512 } });
    await here.a.until(({ room }) => room!.runs[0]!.marks.length === 1, 'the mark');
    expect(here.a.room!.runs[0]!.marks[0]).toMatchObject({
      memberName: 'Ben',
      changes: [{ field: 'styleWeight', from: 1, to: 7 }],
    });
  });

  it('a run that fails says so to everybody, and the next one can start', async () => {
    const here = await studio();
    const runId = await startRun(here);
    const problem = { code: 'run-failed', message: 'The computing process ended.' } as const;
    queue.emit(runId, { type: 'failed', problem });
    await here.b.until(({ status }) => status === 'failed', 'failed');
    expect(here.b.room!.runs[0]!.status).toEqual({ kind: 'failed', problem });
    expect(await here.b.command({ type: 'run:start' })).toMatchObject({ ok: true });
  });
});

describe('two people who move the same slider', () => {
  /** Both in pages of their own, with what each of them sees of the slider. */
  async function twoPages() {
    const { roomId, owner, guest, a, b } = await studio();
    a.close();
    b.close();
    const pages = [
      openPage(server.url, owner.cookie, roomId, 'Ada'),
      openPage(server.url, guest.cookie, roomId, 'Ben'),
    ] as const;
    for (const page of pages) await page.until(({ connection }) => connection === 'online', 'in the room');
    const shown = (page: TestPage) => settingOf(page.store.getState(), 'styleWeight');
    const known = (page: TestPage) => page.store.getState().room!.setup.settings.styleWeight;
    const close = () => pages.forEach((page) => page.close());
    return { ada: pages[0], ben: pages[1], shown, known, close };
  }

  it('R34: who loses sees the true value with the change that brings it, and nobody loses another field', async () => {
    const { ada, ben, shown, known, close } = await twoPages();
    try {
      ada.settings.change({ styleWeight: 2, seed: 11 });
      await ben.until((state) => state.room!.setup.settings.styleWeight === 2, "Ada's value");
      ben.settings.change({ styleWeight: 3, contentWeight: 12 });
      await ada.until((state) => state.room!.setup.settings.styleWeight === 3, "Ben's value");
      // The answer to her own came before it, perhaps in the same turn.
      await setImmediate();
      expect(shown(ada)).toBe(3);
      await ben.until(({ drafts }) => Object.keys(drafts).length === 0, 'his own answer');
      expect([shown(ada), shown(ben), known(ben)]).toEqual([3, 3, 3]);
      for (const page of [ada, ben]) {
        expect(page.store.getState().room!.setup.settings).toMatchObject({ seed: 11, contentWeight: 12 });
      }
    } finally {
      close();
    }
  });

  it('R34: at the same time, both end with what the server has kept last', async () => {
    const { ada, ben, shown, close } = await twoPages();
    try {
      for (let step = 1; step <= 8; step++) {
        ada.settings.change({ styleWeight: step });
        ben.settings.change({ styleWeight: 100 - step });
        ada.settings.flush();
        ben.settings.flush();
      }
      for (const page of [ada, ben]) {
        await page.until(({ drafts }) => Object.keys(drafts).length === 0, 'all answers');
      }
      const revision = () => Math.max(...[ada, ben].map((page) => page.store.getState().room!.revision));
      for (const page of [ada, ben])
        await page.until(({ room }) => room!.revision === revision(), 'all changes');
      expect([8, 92]).toContain(shown(ada));
      expect(shown(ben)).toBe(shown(ada));
    } finally {
      close();
    }
  });

  it('R34: who holds the slider keeps their value until they let it go, and has then what the server has', async () => {
    const { ada, ben, shown, known, close } = await twoPages();
    try {
      ada.settings.change({ styleWeight: 4 }, { held: true });
      await ben.until((state) => state.room!.setup.settings.styleWeight === 4, "Ada's value");
      ben.settings.change({ styleWeight: 5 });
      await ada.until((state) => state.room!.setup.settings.styleWeight === 5, "Ben's value");
      expect(shown(ada)).toBe(4);
      ada.settings.release('styleWeight');
      await ada.until((state) => settingOf(state, 'styleWeight') === 5, 'the true value');

      // Moved once more before it is let go, it is hers that came last.
      ada.settings.change({ styleWeight: 6 }, { held: true });
      await ben.until((state) => state.room!.setup.settings.styleWeight === 6, "Ada's value");
      ben.settings.change({ styleWeight: 7 });
      await ada.until((state) => state.room!.setup.settings.styleWeight === 7, "Ben's value");
      ada.settings.change({ styleWeight: 8 }, { held: true });
      ada.settings.release('styleWeight');
      expect(shown(ada)).toBe(8);
      await ben.until((state) => state.room!.setup.settings.styleWeight === 8, 'what she let go');
      await ada.until(({ drafts }) => Object.keys(drafts).length === 0, 'her answer');
      expect([shown(ada), known(ada), shown(ben)]).toEqual([8, 8, 8]);
    } finally {
      close();
    }
  });
});
