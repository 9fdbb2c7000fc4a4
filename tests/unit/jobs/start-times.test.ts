import { describe, expect, it } from 'vitest';
import { isWorthTelling, startTimes } from '../../../server/jobs/start-times';

describe('R49: when runs begin', () => {
  it('each begins when those before it are over', () => {
    expect(startTimes(10, [30.4, 5, 7])).toEqual([10, 40, 45]);
  });

  it('behind one that cannot be foreseen nothing is known', () => {
    expect(startTimes(10, [30, null, 7])).toEqual([10, 40, null]);
    expect(startTimes(null, [30, 7])).toEqual([null, null]);
  });

  it.each([
    [100, 95, false],
    [100, 79, true],
    [100, 121, true],
    [12, 8, false],
    [12, 6, true],
    [null, 8, true],
    [8, null, true],
    [null, null, false],
  ])('who was told %s is told %s: %s', (told, now, worth) => {
    expect(isWorthTelling(told, now)).toBe(worth);
  });
});
