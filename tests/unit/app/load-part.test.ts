import '../../support/english-page';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadPart } from '../../../app/_lib/load-part';
import { toastQueue } from '../../../app/_lib/toast-queue';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Fails so many times before it gives the part. */
const failing = (times: number) => {
  let left = times;
  return vi.fn(async () => {
    if (left-- > 0) throw new Error('Failed to load chunk');
    return 'the part';
  });
};

describe('a part of the page', () => {
  it('is fetched once where that goes well', async () => {
    const load = failing(0);
    await expect(loadPart(load)).resolves.toBe('the part');
    expect(load).toHaveBeenCalledOnce();
  });

  it('is tried again until it has come', async () => {
    const load = failing(3);
    const part = loadPart(load);
    await vi.runAllTimersAsync();
    await expect(part).resolves.toBe('the part');
    expect(load).toHaveBeenCalledTimes(4);
    expect(toastQueue.take()).toEqual([]);
  });

  it('is said once to be missing, where that lasts', async () => {
    const part = loadPart(failing(12));
    await vi.runAllTimersAsync();
    await expect(part).resolves.toBe('the part');
    expect(toastQueue.take()).toEqual([
      { kind: 'problem', problem: expect.objectContaining({ words: { key: 'errors.part' } }) as unknown },
    ]);
  });
});
