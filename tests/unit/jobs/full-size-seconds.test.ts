import { expect, it } from 'vitest';
import { FullSizeSeconds } from '../../../server/jobs/full-size-seconds';

it('is the mean of the iterations at the last scale, without the one that prepared it', () => {
  const seconds = new FullSizeSeconds();
  for (const milliseconds of [10, 10]) seconds.add({ scale: 0, scales: 2, milliseconds });
  for (const milliseconds of [900, 100, 200, 300]) seconds.add({ scale: 1, scales: 2, milliseconds });
  expect(seconds.mean).toBeCloseTo(0.2, 9);
});

it('is unknown after too few', () => {
  const seconds = new FullSizeSeconds();
  for (const milliseconds of [900, 100, 200]) seconds.add({ scale: 0, scales: 1, milliseconds });
  expect(seconds.mean).toBeNull();
});
