import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editMarks, forkPoints } from '../../../app/_lib/curve-marks';
import { placeIn } from '../../../app/_lib/curve-place';
import { readingTarget } from '../../../app/_lib/curve-reading';
import { linearRange } from '../../../app/_lib/curve-series';
import { initialRoomState, type RoomState } from '../../../app/_lib/room-reducer';
import { viewOfIteration } from '../../../app/_lib/timeline-view';
import { memberIdSchema, runIdSchema } from '../../../server/protocol/ids';
import type { Mark, Run } from '../../../server/protocol/runs';
import { makeRoom, makeRun, memberId, runId } from './room-fixtures';

const otherId = runIdSchema.parse('run-00002');

describe('reading a curve by keys', () => {
  const iterations = [0, 1, 2, 5, 9, 30];

  it('begins at the newest and goes from point to point', () => {
    expect(readingTarget('ArrowLeft', iterations, null)).toBe(9);
    expect(readingTarget('ArrowLeft', iterations, 9)).toBe(5);
    expect(readingTarget('ArrowRight', iterations, 2)).toBe(5);
    expect(readingTarget('Home', iterations, 9)).toBe(0);
    expect(readingTarget('End', iterations, 1)).toBe(30);
    expect(readingTarget('a', iterations, 1)).toBeNull();
  });

  it('stays on the curve, wherever it comes from', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 500 }), { minLength: 1, maxLength: 80 }),
        fc.constantFrom(...keys),
        fc.option(fc.nat({ max: 600 })),
        (unsorted, key, from) => {
          const all = unsorted.sort((a, b) => a - b);
          expect(all).toContain(readingTarget(key, all, from));
        },
      ),
    );
  });
});

describe('the place of an iteration on a chart', () => {
  it('is never beside the curves, also of what was forked before they begin', () => {
    const area = { left: 50, width: 200, from: 10, to: 20 };
    expect(placeIn(area, 15)).toBe(150);
    expect(placeIn(area, 9)).toBe(50);
    expect(placeIn(area, 99)).toBe(250);
    expect(placeIn({ ...area, to: 10 }, 10)).toBe(50);
  });
});

describe('a linear axis', () => {
  it('shows all values with a little room, and nothing below 0', () => {
    // Losses are sums in float32: of a number so small that a part of it is 0 there is none.
    const loss = fc.float({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(loss, loss, (a, b) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        const [low, high] = linearRange(min, max);
        expect(low).toBeLessThanOrEqual(min);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(max);
        expect(high).toBeGreaterThan(low);
      }),
    );
    expect(linearRange(null, null)).toEqual([0, 1]);
  });
});

describe('the marks on a curve', () => {
  const mark = (iteration: number, by = memberId): Mark => ({
    at: 0,
    iteration,
    memberId: by,
    memberName: 'Ada',
    changes: [{ field: 'styleWeight', from: 1, to: 2 }],
  });

  it('of edits have the colour of the member, and a quiet one where they have gone', () => {
    const gone = memberIdSchema.parse('member-99');
    const members = [{ id: memberId, colour: '#f00' }];
    expect(editMarks([mark(3), mark(9, gone)], members, 0).map(({ colour }) => colour)).toEqual([
      '#f00',
      'var(--muted)',
    ]);
  });

  it('of forks say where a run begins and where others leave it, several at one place together', () => {
    const fork = (number: number, iteration: number): Run =>
      makeRun({ id: runIdSchema.parse(`run-1000${number}`), number, parent: { runId, iteration } });
    const parent = makeRun();
    const runs = [parent, fork(2, 5), fork(3, 5), fork(4, 8)];
    const told = forkPoints(runs, parent).map((point) =>
      point.kind === 'forks' ? [point.iteration, point.forks.map(({ number }) => number)] : point,
    );
    expect(told).toEqual([
      [5, [2, 3]],
      [8, [4]],
    ]);
    expect(forkPoints(runs, runs[1]!)).toEqual([{ kind: 'begins', iteration: 5, parent }]);
    expect(forkPoints(runs.slice(1), runs[1]!)).toEqual([]);
  });
});

describe('pressing on a curve', () => {
  const going = makeRun({
    keyframes: [0, 5, 10],
    progress: { iteration: 12, totalIterations: 50, remainingSeconds: 1 },
  });
  const state = (...runs: Run[]): RoomState => ({ ...initialRoomState, room: makeRoom({ runs }) });

  it('looks at the nearest moment that is kept', () => {
    expect(viewOfIteration(state(going), going, 6, false)).toEqual({ type: 'view', runId, moment: 5 });
  });

  it('at its end follows what is going, so that the next run comes into sight too', () => {
    expect(viewOfIteration(state(going), going, 12, false)).toEqual({
      type: 'view',
      runId: null,
      moment: null,
    });
    expect(viewOfIteration(state(going), going, 12, true)).toEqual({ type: 'view', runId, moment: null });
  });

  it('at the end of another run stays with that run', () => {
    const old = makeRun({
      id: otherId,
      status: { kind: 'finished' },
      keyframes: [0, 9],
      progress: { iteration: 9, totalIterations: 9, remainingSeconds: null },
      result: { width: 64, height: 48 },
    });
    expect(viewOfIteration(state(old, going), old, 9, false)).toEqual({
      type: 'view',
      runId: otherId,
      moment: null,
    });
  });

  it('does nothing where nothing is kept', () => {
    expect(viewOfIteration(state(makeRun()), makeRun(), 3, false)).toBeNull();
  });
});
