import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunReport } from '../../../server/jobs/messages';
import { Watchdog } from '../../../server/jobs/watchdog';

const limits = { loadingMs: 10_000, firstIterateMs: 5_000, floorMs: 1_000, factor: 3 };
const started: RunReport = { type: 'started', engine: 'fake', networkChecksum: 'sha256:00' };
const iterates: RunReport = {
  type: 'iterates',
  points: [],
  progress: { iteration: 1, totalIterations: 10, remainingSeconds: 1 },
};

let silences: number[];
let watchdog: Watchdog;

const after = (ms: number) => vi.advanceTimersByTime(ms);

/** Hears these reports, each so many milliseconds after the one before. */
function hear(...reports: (readonly [ms: number, report: RunReport])[]): void {
  for (const [ms, report] of reports) {
    after(ms);
    watchdog.heard(report);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  silences = [];
  watchdog = new Watchdog(
    limits,
    (silentMs) => silences.push(silentMs),
    () => Date.now(),
  );
});

afterEach(() => {
  watchdog.stop();
  vi.useRealTimers();
});

describe('R54: a run of which nothing is heard', () => {
  it('may take long to load its network, but not for ever', () => {
    after(9_999);
    expect(silences).toEqual([]);
    after(1);
    expect(silences).toEqual([10_000]);
  });

  it('may take long to its first iterate', () => {
    hear([9_000, started]);
    after(4_999);
    expect(silences).toEqual([]);
    after(1);
    expect(silences).toEqual([5_000]);
  });

  it('is given up after so many times the longest pause between iterates so far', () => {
    hear([100, started], [4_000, iterates], [500, iterates], [200, iterates]);
    after(2_499);
    expect(silences).toEqual([]);
    after(1);
    expect(silences).toEqual([1_000 + 3 * 500]);
  });

  it('may be paused for as long as anybody likes, which says nothing about its iterates', () => {
    hear([0, started], [100, iterates], [100, iterates], [0, { type: 'paused' }]);
    after(1_000_000);
    expect(silences).toEqual([]);
    hear([0, { type: 'resumed' }], [100, iterates]);
    after(1_299);
    expect(silences).toEqual([]);
    after(1);
    expect(silences).toEqual([1_300]);
  });

  it('is not watched any more once it is over', () => {
    hear([0, started]);
    watchdog.stop();
    after(1_000_000);
    expect(silences).toEqual([]);
  });
});
