import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { i18n } from '../../../app/_lib/i18n';
import {
  forkableMoments,
  iterationsLeft,
  nearestMoment,
  picturedMoments,
  resultIteration,
} from '../../../app/_lib/run-moments';
import { runStateText } from '../../../app/_lib/run-state';
import { ITERATIONS } from '../../../server/protocol/limits';
import type { Run, RunStatus } from '../../../server/protocol/runs';
import { makeRun } from './room-fixtures';

const t = i18n.t;
const problem = { code: 'run-failed' as const, message: 'No.' };
const result = { width: 64, height: 48 };
const at = (iteration: number, totalIterations = 300) => ({
  iteration,
  totalIterations,
  remainingSeconds: null,
});
const statusArbitrary = fc.constantFrom<RunStatus>(
  { kind: 'queued', position: 1, startsInSeconds: null },
  { kind: 'running' },
  { kind: 'paused' },
  { kind: 'resuming', problem },
  { kind: 'finished' },
  { kind: 'stopped' },
  { kind: 'failed', problem },
);
const iterations = fc.uniqueArray(fc.nat({ max: ITERATIONS.max }), { maxLength: 20 });
const runArbitrary: fc.Arbitrary<Run> = fc
  .record({
    status: statusArbitrary,
    progress: fc.nat({ max: ITERATIONS.max }).map((iteration) => at(iteration, ITERATIONS.max)),
    result: fc.constantFrom(null, result),
    keyframes: iterations,
    checkpoints: iterations,
  })
  .map((part) => makeRun(part));

describe('the picture that a run has ended with', () => {
  it.each(['finished', 'stopped'] as const)('is of the last iteration of a run that has %s', (kind) => {
    expect(resultIteration(makeRun({ status: { kind }, progress: at(40), result }))).toBe(40);
    expect(resultIteration(makeRun({ status: { kind }, progress: at(40), result: null }))).toBeNull();
  });

  it('is none of a run that goes on or has failed, whose result may be from before', () => {
    for (const status of [{ kind: 'running' } as const, { kind: 'failed', problem } as const]) {
      expect(resultIteration(makeRun({ status, progress: at(40), result }))).toBeNull();
    }
  });
});

describe('the moments of a run', () => {
  it('that have a picture are its keyframes and its result, each once, in order', () => {
    const ended = { status: { kind: 'finished' }, progress: at(40), result } as const;
    expect(picturedMoments(makeRun({ ...ended, keyframes: [0, 20] }))).toEqual([0, 20, 40]);
    expect(picturedMoments(makeRun({ ...ended, keyframes: [0, 40] }))).toEqual([0, 40]);
    expect(picturedMoments(makeRun({ keyframes: [0, 20], checkpoints: [30], progress: at(35) }))).toEqual([
      0, 20,
    ]);
  });

  it('from which another can go on are those that are kept and leave an iteration to make', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        const moments = forkableMoments(run);
        const kept = new Set([...picturedMoments(run), ...run.checkpoints]);
        kept.delete(ITERATIONS.max);
        expect(new Set(moments)).toEqual(kept);
        expect(moments).toEqual([...kept].sort((a, b) => a - b));
      }),
    );
  });

  it('that are closest are found, of two the earlier one', () => {
    expect(nearestMoment([0, 10, 20], 15)).toBe(10);
    expect(nearestMoment([0, 10, 20], 16)).toBe(20);
    expect(nearestMoment([], 16)).toBeNull();
  });
});

describe('the iterations that a fork makes', () => {
  it('are what the run had left at that moment, else as many as the room asks for', () => {
    expect(iterationsLeft({ progress: at(120) }, 100, 50)).toBe(200);
    expect(iterationsLeft({ progress: at(300) }, 300, 50)).toBe(50);
  });

  it('are at least one, and never more than a run may have', () => {
    const count = fc.integer({ min: 1, max: ITERATIONS.max });
    fc.assert(
      fc.property(fc.nat({ max: ITERATIONS.max - 1 }), count, count, (from, total, usual) => {
        const more = iterationsLeft({ progress: at(from, total) }, from, usual);
        expect(more).toBeGreaterThanOrEqual(1);
        expect(from + more).toBeLessThanOrEqual(ITERATIONS.max);
      }),
    );
  });
});

describe('what a run is said to do', () => {
  const text = (part: Partial<Run>) => runStateText(makeRun(part), t);

  it('is its place in the queue, and when it begins where that is foreseen', () => {
    expect(text({ status: { kind: 'queued', position: 3, startsInSeconds: null } })).toBe(
      'Place 3 in the queue',
    );
    expect(text({ status: { kind: 'queued', position: 3, startsInSeconds: 45 } })).toBe(
      'Place 3 in the queue, begins in about 45 s',
    );
  });

  it('is what was asked of it, until that has happened', () => {
    expect(text({ wish: 'stop' })).toBe('Stopping…');
    expect(text({ wish: 'stop', status: { kind: 'queued', position: 1, startsInSeconds: 5 } })).toBe(
      'Cancelling…',
    );
    expect(text({ wish: 'pause' })).toBe('Pausing…');
    expect(text({ wish: 'pause', status: { kind: 'paused' } })).toBe(t('run.paused'));
    expect(text({ wish: 'go', status: { kind: 'paused' } })).toBe('Going on…');
    // What has ended is not about to do anything.
    expect(text({ wish: 'stop', status: { kind: 'stopped' } })).toBe(t('run.stopped'));
  });

  it('is that it goes on soon where it was interrupted, unless it is being stopped', () => {
    expect(text({ wish: 'pause', status: { kind: 'resuming', problem } })).toBe('Goes on soon');
    expect(text({ wish: 'stop', status: { kind: 'resuming', problem } })).toBe('Stopping…');
  });

  it('tells a run that stopped by itself from one that made all its iterations', () => {
    expect(text({ status: { kind: 'finished' }, converged: true })).toBe('Finished early');
    expect(text({ status: { kind: 'finished' } })).toBe(t('run.finished'));
  });
});
