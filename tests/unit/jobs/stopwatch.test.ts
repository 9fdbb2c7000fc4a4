import { expect, it } from 'vitest';
import { Stopwatch } from '../../../server/jobs/stopwatch';

it('counts on from where it begins, without the pauses', () => {
  let time = 5_000;
  const stopwatch = new Stopwatch(12, () => time);
  time += 1_000;
  expect(stopwatch.seconds).toBeCloseTo(13, 9);
  stopwatch.pause();
  time += 60_000;
  expect(stopwatch.seconds).toBeCloseTo(13, 9);
  stopwatch.resume();
  time += 500;
  expect(stopwatch.seconds).toBeCloseTo(13.5, 9);
});
