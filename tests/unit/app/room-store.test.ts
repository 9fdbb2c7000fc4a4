import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRoomStore } from '../../../app/_lib/room-store';
import type { RoomAction } from '../../../app/_lib/room-reducer';
import type { Frame } from '../../../server/protocol/events';
import { makePoint, makeRoom, makeRun, makeWelcome, runId } from './room-fixtures';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const progressAt = (iteration: number) => ({ iteration, totalIterations: 300, remainingSeconds: null });
const iteratesAt = (iteration: number): RoomAction => ({
  type: 'iterates',
  iterates: { runId, points: [makePoint(iteration)], progress: progressAt(iteration) },
});
const frameAt = (iteration: number): RoomAction => ({
  type: 'frame',
  frame: { runId, iteration, mime: 'image/jpeg' } as Frame,
});

function setUp() {
  const store = createRoomStore();
  store.dispatch({ type: 'welcome', welcome: makeWelcome({ room: makeRoom({ runs: [makeRun()] }) }) });
  let changes = 0;
  store.subscribe(() => changes++);
  return {
    store,
    changes: () => changes,
    iteration: () => store.getState().room?.runs[0]?.progress.iteration,
    points: () => store.getState().curves[runId]?.points.map(({ iteration }) => iteration),
  };
}

describe('the state of a page', () => {
  it('follows a run that sends eight times a second at most four times a second, and misses nothing of it', () => {
    const { store, changes, points } = setUp();
    const sent = Array.from({ length: 40 }, (_, index) => index + 1);
    for (const iteration of sent) {
      store.dispatch(iteratesAt(iteration));
      store.dispatch(frameAt(iteration));
      vi.advanceTimersByTime(125);
    }
    expect(changes()).toBeLessThanOrEqual(1 + 4 * 5);
    vi.advanceTimersByTime(1000);
    expect(points()).toEqual(sent);
    expect(store.getState().frame?.iteration).toBe(40);
  });

  it('takes what comes after a rest at once', () => {
    const { store, iteration } = setUp();
    store.dispatch(iteratesAt(1));
    expect(iteration()).toBe(1);
    vi.advanceTimersByTime(1000);
    store.dispatch(iteratesAt(2));
    expect(iteration()).toBe(2);
  });

  it('waits for an idle moment with what a run sends, and never with what somebody does', () => {
    let idle: (() => void) | undefined;
    vi.stubGlobal('requestIdleCallback', (run: () => void) => ((idle = run), 1));
    vi.stubGlobal('cancelIdleCallback', () => (idle = undefined));
    const { store, iteration } = setUp();
    store.dispatch(iteratesAt(1));
    store.dispatch(iteratesAt(2));
    vi.advanceTimersByTime(1000);
    expect(iteration()).toBe(1);
    store.dispatch({ type: 'drafted', field: 'size', value: 128, version: 1, held: true });
    expect(store.getState().drafts.size?.value).toBe(128);
    idle!();
    expect(iteration()).toBe(2);
  });

  it('lets no iterates be overtaken by the end of their run, which they would undo', () => {
    const { store, iteration, points } = setUp();
    store.dispatch(iteratesAt(1));
    store.dispatch(iteratesAt(2));
    const ended = makeRun({ status: { kind: 'finished' }, progress: progressAt(3) });
    store.dispatch({ type: 'room', room: makeRoom({ revision: 2, runs: [ended] }) });
    expect(points()).toEqual([1, 2]);
    vi.advanceTimersByTime(1000);
    expect(iteration()).toBe(3);
  });
});
