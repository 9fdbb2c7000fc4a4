import { describe, expect, it } from 'vitest';
import { RestartDelay } from '../../../server/jobs/restart-delay';

describe('the pause before a process is started again', () => {
  it('doubles with every death in a row, up to 30 s', () => {
    const delay = new RestartDelay();
    const pauses = Array.from({ length: 10 }, () => delay.afterDeath(0));
    expect(pauses).toEqual([200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 30_000, 30_000]);
  });

  it('is short again after a process that was in health, or lived for more than a minute', () => {
    const delay = new RestartDelay(10);
    expect([delay.afterDeath(0), delay.afterDeath(60_000)]).toEqual([10, 20]);
    expect(delay.afterDeath(60_001)).toBe(10);
    expect(delay.afterDeath(0)).toBe(20);
    delay.reset();
    expect(delay.afterDeath(0)).toBe(10);
  });
});
