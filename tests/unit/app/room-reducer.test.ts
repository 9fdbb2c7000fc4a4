import { describe, expect, it } from 'vitest';
import {
  initialRoomState,
  reduceRoom,
  type RoomAction,
  type RoomState,
} from '../../../app/_lib/room-reducer';
import { settingOf, shownRun, startObstacle } from '../../../app/_lib/room-selectors';
import { runIdSchema } from '../../../server/protocol/ids';
import { defaultSettings } from '../../../server/protocol/settings';
import { imageId, makePoint, makeRoom, makeRun, makeWelcome, otherImageId, runId } from './room-fixtures';

const play = (actions: RoomAction[], from: RoomState = initialRoomState) => actions.reduce(reduceRoom, from);
const welcome: RoomAction = { type: 'welcome', welcome: makeWelcome() };
const withWeight = (contentWeight: number) => ({
  content: null,
  styles: [],
  settings: { ...defaultSettings('compact'), contentWeight },
});

describe('room states', () => {
  it('R32: takes a newer state and ignores one with a lower revision', () => {
    const newer = play([welcome, { type: 'room', room: makeRoom({ revision: 5, title: 'New' }) }]);
    expect(newer.room?.title).toBe('New');
    const older = reduceRoom(newer, { type: 'room', room: makeRoom({ revision: 4, title: 'Old' }) });
    expect(older).toBe(newer);
  });

  it('lets a welcome replace everything, also with a lower revision, after a server has restarted', () => {
    const state = play([
      welcome,
      { type: 'room', room: makeRoom({ revision: 9 }) },
      { type: 'connection', connection: 'reconnecting' },
      { type: 'welcome', welcome: makeWelcome({ room: makeRoom({ revision: 2, title: 'Back' }) }) },
    ]);
    expect(state.connection).toBe('online');
    expect(state.room).toMatchObject({ revision: 2, title: 'Back' });
  });

  it('does not turn the progress of a run back when an older state of the room arrives after iterates', () => {
    const progress = { iteration: 40, totalIterations: 300, remainingSeconds: 20 };
    const state = play([
      { type: 'welcome', welcome: makeWelcome({ room: makeRoom({ runs: [makeRun()] }) }) },
      { type: 'iterates', iterates: { runId, points: [makePoint(40)], progress } },
      {
        type: 'room',
        room: makeRoom({
          revision: 2,
          runs: [makeRun({ progress: { iteration: 12, totalIterations: 500, remainingSeconds: null } })],
        }),
      },
    ]);
    expect(state.room?.runs[0]?.progress).toEqual({
      iteration: 40,
      totalIterations: 500,
      remainingSeconds: 20,
    });
  });
});

describe('the run that everybody follows', () => {
  const first = makeRun();
  const second = makeRun({ id: runIdSchema.parse('run-00002'), number: 2, status: { kind: 'finished' } });

  it('is an older one that was continued, also when it has ended', () => {
    const going = play([
      { type: 'welcome', welcome: makeWelcome({ room: makeRoom({ runs: [first, second] }) }) },
    ]);
    expect(shownRun(going)?.number).toBe(1);
    const ended = reduceRoom(going, {
      type: 'room',
      room: makeRoom({ revision: 2, runs: [{ ...first, status: { kind: 'finished' } }, second] }),
    });
    expect(shownRun(ended)?.number).toBe(1);
  });

  it('is the last one where none was seen going', () => {
    const runs = [{ ...first, status: { kind: 'finished' as const } }, second];
    const state = play([{ type: 'welcome', welcome: makeWelcome({ room: makeRoom({ runs }) }) }]);
    expect(shownRun(state)?.number).toBe(2);
  });
});

describe('curves', () => {
  it('appends iterates once, whatever arrives twice', () => {
    const progress = { iteration: 2, totalIterations: 300, remainingSeconds: null };
    const batch: RoomAction = {
      type: 'iterates',
      iterates: { runId, points: [makePoint(0), makePoint(1)], progress },
    };
    const next: RoomAction = {
      type: 'iterates',
      iterates: { runId, points: [makePoint(1), makePoint(2)], progress },
    };
    const curve = play([welcome, batch, next, next]).curves[runId];
    expect(curve?.points.map((point) => point.iteration)).toEqual([0, 1, 2]);
    expect(curve?.complete).toBe(true);
  });

  it('R48: lose what a run that is resuming is about to make again', () => {
    const progress = (iteration: number) => ({ iteration, totalIterations: 300, remainingSeconds: null });
    const points = [1, 8, 12].map((iteration) => makePoint(iteration));
    const problem = { code: 'run-failed', message: 'It died.' } as const;
    const resuming = makeRun({ status: { kind: 'resuming', problem }, progress: progress(8) });
    const state = play([
      { type: 'welcome', welcome: makeWelcome({ room: makeRoom({ runs: [makeRun()] }) }) },
      { type: 'iterates', iterates: { runId, points, progress: progress(12) } },
      { type: 'room', room: makeRoom({ revision: 2, runs: [resuming] }) },
    ]);
    const iterations = (of: RoomState) => of.curves[runId]?.points.map(({ iteration }) => iteration);
    expect(iterations(state)).toEqual([1, 8]);
    expect(state.room?.runs[0]?.progress.iteration).toBe(8);
    const on = { runId, points: [makePoint(9)], progress: progress(9) };
    expect(iterations(play([{ type: 'iterates', iterates: on }], state))).toEqual([1, 8, 9]);
  });

  it('knows that a curve whose beginning it has not seen is incomplete, and completes it without a loss', () => {
    const progress = { iteration: 101, totalIterations: 300, remainingSeconds: null };
    const late = play([
      welcome,
      { type: 'iterates', iterates: { runId, points: [makePoint(101)], progress } },
    ]);
    expect(late.curves[runId]?.complete).toBe(false);
    const loaded = reduceRoom(late, { type: 'curve-loaded', runId, points: [makePoint(0), makePoint(100)] });
    expect(loaded.curves[runId]?.complete).toBe(true);
    expect(loaded.curves[runId]?.points.map((point) => point.iteration)).toEqual([0, 100, 101]);
  });
});

describe('drafts: what was just set here', () => {
  const drafted = (value: number, version: number, held = false): RoomAction => ({
    type: 'drafted',
    field: 'contentWeight',
    value,
    version,
    held,
  });
  const acknowledged = (version: number, revision: number): RoomAction => ({
    type: 'acknowledged',
    versions: { contentWeight: version },
    revision,
  });

  it('shows at once and gives way to the state that contains it, in whichever order answer and state arrive', () => {
    const state: RoomAction = { type: 'room', room: makeRoom({ revision: 2, setup: withWeight(3) }) };
    const before = play([welcome, drafted(3, 1)]);
    expect(settingOf(before, 'contentWeight')).toBe(3);
    for (const order of [
      [acknowledged(1, 2), state],
      [state, acknowledged(1, 2)],
    ]) {
      const after = play(order, before);
      expect(after.drafts).toEqual({});
      expect(settingOf(after, 'contentWeight')).toBe(3);
    }
  });

  it('keeps a newer value when the answer to an older one arrives', () => {
    const state = play([welcome, drafted(3, 1), drafted(4, 2), acknowledged(1, 1)]);
    expect(settingOf(state, 'contentWeight')).toBe(4);
  });

  it('wins over incoming states while the slider is held, and no longer once it is let go', () => {
    const held = play([
      welcome,
      drafted(3, 1, true),
      acknowledged(1, 2),
      { type: 'room', room: makeRoom({ revision: 3, setup: withWeight(50) }) },
    ]);
    expect(settingOf(held, 'contentWeight')).toBe(3);
    const released = reduceRoom(held, { type: 'released', field: 'contentWeight' });
    expect(settingOf(released, 'contentWeight')).toBe(50);
  });

  it('R34: gives way to another member’s value as soon as its own is answered, whichever of both comes first', () => {
    const own: RoomAction = { type: 'room', room: makeRoom({ revision: 2, setup: withWeight(3) }) };
    const others: RoomAction = { type: 'room', room: makeRoom({ revision: 3, setup: withWeight(50) }) };
    const before = play([welcome, drafted(3, 1)]);
    for (const order of [
      [acknowledged(1, 2), own, others],
      [own, acknowledged(1, 2), others],
      [own, others, acknowledged(1, 2)],
    ]) {
      const after = play(order, before);
      expect(settingOf(after, 'contentWeight')).toBe(50);
      expect(after.drafts).toEqual({});
    }
  });

  it('R34: shows what was moved last on a held slider until its answer, also where another value came meanwhile', () => {
    const others: RoomAction = { type: 'room', room: makeRoom({ revision: 3, setup: withWeight(50) }) };
    const released = play([
      welcome,
      drafted(3, 1, true),
      acknowledged(1, 2),
      others,
      drafted(4, 2, true),
      { type: 'released', field: 'contentWeight' },
    ]);
    expect(settingOf(released, 'contentWeight')).toBe(4);
    const answered = play(
      [acknowledged(2, 4), { type: 'room', room: makeRoom({ revision: 4, setup: withWeight(4) }) }],
      released,
    );
    expect(answered.drafts).toEqual({});
    expect(settingOf(answered, 'contentWeight')).toBe(4);
  });

  it('R7: survives a reconnection until its command, which is sent again, is answered', () => {
    const back: RoomAction = {
      type: 'welcome',
      welcome: makeWelcome({ room: makeRoom({ revision: 5, setup: withWeight(50) }) }),
    };
    const waiting = play([welcome, drafted(3, 1), { type: 'connection', connection: 'reconnecting' }, back]);
    expect(settingOf(waiting, 'contentWeight')).toBe(3);
    const refused = reduceRoom(waiting, {
      type: 'refused',
      versions: { contentWeight: 1 },
      field: null,
      problem: { code: 'forbidden', message: 'locked' },
    });
    expect(settingOf(refused, 'contentWeight')).toBe(50);
    // What was answered before is in the room that comes with the welcome, however its server counts.
    const older = play([welcome, drafted(3, 1), acknowledged(1, 9), back]);
    expect(older.drafts).toEqual({});
  });

  it('puts the true value back on a refusal and keeps the reason at the field until the next change', () => {
    const problem = { code: 'invalid' as const, message: 'must be 0 (off) or between 0.01 and 100' };
    const refused = play([
      welcome,
      drafted(1000, 1),
      { type: 'refused', versions: { contentWeight: 1 }, field: 'contentWeight', problem },
    ]);
    expect(settingOf(refused, 'contentWeight')).toBe(settingOf(play([welcome]), 'contentWeight'));
    expect(refused.fieldProblems.contentWeight).toEqual(problem);
    expect(reduceRoom(refused, drafted(2, 2)).fieldProblems).toEqual({});
  });
});

describe('selectors', () => {
  const first = makeRun({ status: { kind: 'finished' } });
  const second = makeRun({ id: 'run-00002' as typeof runId, number: 2, status: { kind: 'finished' } });

  it('shows the run that is looked at, else the one that is going, else the latest', () => {
    const ended = play([
      { type: 'welcome', welcome: makeWelcome({ room: makeRoom({ runs: [first, second] }) }) },
    ]);
    expect(shownRun(ended)?.number).toBe(2);
    expect(shownRun(reduceRoom(ended, { type: 'view', runId }))?.number).toBe(1);
    const continued = makeRoom({ revision: 2, runs: [{ ...first, status: { kind: 'running' } }, second] });
    expect(shownRun(reduceRoom(ended, { type: 'room', room: continued }))?.number).toBe(1);
  });

  it('names what keeps a run from starting, until nothing does', () => {
    const setup = { ...makeRoom().setup, content: { imageId, crop: null } };
    const ready = { ...setup, styles: [{ imageId: otherImageId, crop: null }] };
    const network = {
      id: 'compact' as const,
      name: 'Compact',
      licence: '',
      source: '',
      bytes: 1,
      downloadable: false,
    };
    const networks = [{ ...network, state: { kind: 'ready' as const, variant: 'float16' } }];
    const obstacle = (part: Parameters<typeof makeWelcome>[0]) =>
      startObstacle(play([{ type: 'welcome', welcome: makeWelcome(part) }]));
    expect(obstacle({ role: 'viewer' })).toBe('viewer');
    expect(obstacle({})).toBe('no-content');
    expect(obstacle({ room: makeRoom({ setup }) })).toBe('no-style');
    expect(obstacle({ room: makeRoom({ setup: ready }) })).toBe('no-network');
    expect(obstacle({ room: makeRoom({ setup: ready, runs: [makeRun()] }), networks })).toBe('active');
    const forecast = {
      secondsPerIteration: 9,
      totalSeconds: 900,
      peakBytes: 9e9,
      fits: false,
      largestSize: 768,
    };
    expect(obstacle({ room: makeRoom({ setup: ready, forecast }), networks })).toBe('no-memory');
    const fitting = makeRoom({ setup: ready, forecast: { ...forecast, fits: true } });
    expect(obstacle({ room: fitting, networks })).toBeNull();
    expect(obstacle({ room: makeRoom({ setup: ready }), networks })).toBeNull();
    expect(startObstacle(initialRoomState)).toBe('offline');
  });
});

describe('what this browser may do', () => {
  it('R18: follows what the server says of it while it is in the room', () => {
    const keys = { edit: 'new-edit-key', watch: 'watch-key', recovery: null };
    const state = play([
      { type: 'welcome', welcome: makeWelcome() },
      { type: 'access', access: { role: 'editor', keys } },
    ]);
    expect(state.session).toMatchObject({ memberId: makeWelcome().memberId, role: 'editor', keys });
  });
});
