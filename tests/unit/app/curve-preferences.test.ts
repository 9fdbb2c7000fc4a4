import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberCurves, rememberedCurves, usualCurves } from '../../../app/_lib/curve-preferences';

let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('how somebody wants the curves', () => {
  it('is as usual in a browser in which nothing was chosen', () => {
    expect(rememberedCurves()).toEqual(usualCurves);
  });

  it('is what was chosen last', () => {
    const chosen = {
      view: 'layers',
      log: false,
      smoothing: 0.6,
      hidden: ['tv', 'style:block1_conv1'],
    } as const;
    rememberCurves(usualCurves);
    rememberCurves(chosen);
    expect(rememberedCurves()).toEqual(chosen);
  });

  it.each([
    ['no JSON', 'log'],
    ['smoothed to nothing', JSON.stringify({ ...usualCurves, smoothing: 1 })],
    ['of another version', JSON.stringify({ log: true })],
  ])('is as usual where what is stored is %s', (_, value) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    rememberCurves(usualCurves);
    for (const key of stored.keys()) stored.set(key, value);
    expect(rememberedCurves()).toEqual(usualCurves);
    expect(warn).toHaveBeenCalledOnce();
  });

  it('is as usual where the browser stores nothing', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const refuse = () => {
      throw new Error('storage is switched off');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    rememberCurves(usualCurves);
    expect(rememberedCurves()).toEqual(usualCurves);
    expect(warn).toHaveBeenCalledTimes(2);
  });
});
