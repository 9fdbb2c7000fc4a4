import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JoinAck } from '../../../server/protocol/events';
import { settingOf } from '../../../app/_lib/room-selectors';
import { Person } from '../../support/client';
import { openCuttableLine } from '../../support/cuttable-line';
import { FakeRunQueue, fakePoint } from '../../support/fake-run-queue';
import { openPage } from '../../support/page';
import { discardServer, startTestServer, type TestServer } from '../../support/server';
import { openStudio, startFakeRun } from '../../support/studio';

let server: TestServer;
let queue: FakeRunQueue;

beforeEach(async () => {
  queue = new FakeRunQueue();
  server = await startTestServer({ queue });
});
afterEach(() => discardServer(server));

describe('somebody who was away for a moment', () => {
  it('R6: is told what they have missed, and has then what the others have', async () => {
    const here = await openStudio(server.url);
    const { a, b, roomId } = here;
    b.socket.disconnect();
    await a.until(({ room }) => !room!.members[1]!.online, 'gone');
    await a.command({ type: 'room:rename', title: 'While you were away' });
    const runId = await startFakeRun(here, queue);
    const progress = { iteration: 7, totalIterations: 300, remainingSeconds: 9 };
    queue.emit(runId, { type: 'iterates', points: [fakePoint(7)], progress });
    await a.until(({ iterates }) => iterates.length > 0, 'an iterate');

    b.socket.connect();
    await b.join(roomId);
    expect(b.caughtUp).toBe('changes');
    expect(b.room).toMatchObject({ title: 'While you were away', runs: [{ id: runId, progress }] });
    await a.until(({ room }) => room!.members[1]!.online, 'back');
    const { runs: _seen, ...rest } = a.room!;
    expect(b.room).toMatchObject(rest);

    await a.command({ type: 'room:rename', title: 'Together again' });
    await b.until(({ room }) => room!.title === 'Together again', 'the next change');
  });

  it('R6: gets the whole room where the server has started anew, at whatever revision they are', async () => {
    const { owner, roomId, welcome, a } = await openStudio(server.url);
    if (welcome.catchUp.kind !== 'snapshot') throw new Error('the first join did not get the whole room');
    const { log } = welcome.catchUp;
    const { revision } = a.room!;
    await server.close();

    server = await startTestServer({ queue, dataDir: server.dataDir });
    const back = new Person(server.url);
    back.cookie = owner.cookie;
    const { socket } = back.connect();
    const answer = await new Promise<JoinAck>((resolve) =>
      socket.emit('join', { roomId, since: { log, revision } }, resolve),
    );
    expect(answer).toMatchObject({
      ok: true,
      welcome: { catchUp: { kind: 'snapshot', room: { revision } } },
    });
  });
});

describe('a page that gets no answer to its join', () => {
  it('R6: comes in over another connection, for over this one it may be in the room already', async () => {
    const { roomId, guest } = await openStudio(server.url);
    const line = await openCuttableLine(server.port);
    let connections = 0;
    const page = openPage(line.url, guest.cookie, roomId, 'Ben', {
      answerTimeoutMs: 300,
      onConnect: () => {
        if ((connections += 1) === 1) line.holdBack();
      },
    });
    try {
      await page.until(({ connection }) => connection === 'online', 'in the room');
      expect(connections).toBe(2);
      expect(page.problems).toHaveLength(1);
    } finally {
      page.close();
      await line.close();
    }
  });
});

describe('a page whose connection is lost before it was answered', () => {
  it('R7: sends again what has no answer, which is done once and in order; nothing that was set is lost', async () => {
    const { a, roomId, guest } = await openStudio(server.url);
    const line = await openCuttableLine(server.port);
    const page = openPage(line.url, guest.cookie, roomId, 'Ben');
    try {
      await page.until(({ connection }) => connection === 'online', 'in the room');
      const said = () => a.room!.remarks.map((remark) => remark.kind === 'message' && remark.text);
      const say = (text: string) => page.connection.send({ type: 'message:post', text, moment: null });

      line.holdBack();
      const unanswered = [say('one'), say('two')];
      page.settings.change({ styleWeight: 7 });
      await a.until(({ room }) => room!.setup.settings.styleWeight === 7, 'what the page has sent');
      line.cut();
      await page.until(({ connection }) => connection === 'reconnecting', 'the loss');
      const waiting = [say('three'), say('four')];
      page.settings.change({ contentWeight: 9 });
      page.settings.flush();
      line.mend();
      await page.until(({ connection }) => connection === 'online', 'back');
      // Not answered yet, and set all the same.
      expect(settingOf(page.store.getState(), 'styleWeight')).toBe(7);
      expect(settingOf(page.store.getState(), 'contentWeight')).toBe(9);

      const answers = await Promise.all([...unanswered, ...waiting]);
      expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
      await a.until(({ room }) => room!.setup.settings.contentWeight === 9, 'what waited');
      expect(said()).toEqual(['one', 'two', 'three', 'four']);
      await page.until(({ drafts }) => Object.keys(drafts).length === 0, 'all is answered');
      await page.until(({ room }) => room!.revision === a.room!.revision, 'the same room');
      expect(page.store.getState().room!.setup).toEqual(a.room!.setup);
      expect(page.problems).toEqual([]);
    } finally {
      page.close();
      await line.close();
    }
  });

  it('R7: is told why, of all that it has asked, where the room lets it in no more', async () => {
    const { a, b, roomId, guest } = await openStudio(server.url);
    b.close();
    const line = await openCuttableLine(server.port);
    const page = openPage(line.url, guest.cookie, roomId, 'Ben');
    try {
      await page.until(({ connection }) => connection === 'online', 'in the room');
      line.cut();
      await page.until(({ connection }) => connection === 'reconnecting', 'the loss');
      const answer = page.connection.send({ type: 'message:post', text: 'late', moment: null });
      const memberId = page.store.getState().session!.memberId;
      expect(await a.command({ type: 'member:remove', memberId })).toMatchObject({ ok: true });
      line.mend();
      await page.until(({ rejection }) => rejection !== null, 'removed');
      expect(await answer).toEqual({ ok: false, problem: page.store.getState().rejection });
      expect(a.room!.remarks).toEqual([]);
    } finally {
      page.close();
      await line.close();
    }
  });
});

describe('what members are told', () => {
  it('R33: is each change, one revision after the other, also while several change the room', async () => {
    const { a, b } = await openStudio(server.url);
    const revisions: number[] = [];
    b.socket.on('change', ({ revision }) => revisions.push(revision));
    const before = b.room!.revision;
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        [a, b].map((seat) => seat.command({ type: 'settings:change', patch: { seed: index + 1 } })),
      ).flat(),
    );
    const { revision } = a.room!;
    await b.until(({ room }) => room!.revision >= revision, 'all changes');
    expect(revisions).toEqual(revisions.map((_, index) => before + 1 + index));
    expect(revisions).toHaveLength(20);
    expect(b.room!.setup).toEqual(a.room!.setup);
  });
});
