import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FADER,
  faderKey,
  fractionAt,
  fractionOf,
  weightAt,
  type Growth,
} from '../../../app/_lib/layer-fader';
import { isSameLayers, partOf, withWeight } from '../../../app/_lib/layer-weights';
import { settingsPatchSchema } from '../../../server/protocol/settings';

const growths: readonly Growth[] = ['left', 'right', 'up', 'down'];
const box = { left: 100, right: 200, top: 50, bottom: 90 };

describe('the weight of a layer among its kind', () => {
  it('is taken in, changed, and taken out at 0', () => {
    expect(withWeight({ a: 1 }, 'b', 2)).toEqual({ a: 1, b: 2 });
    expect(withWeight({ a: 1, b: 2 }, 'a', 3)).toEqual({ a: 3, b: 2 });
    expect(withWeight({ a: 1, b: 2 }, 'a', 0)).toEqual({ b: 2 });
  });

  it('cannot be taken from the last layer that counts, which the room would refuse', () => {
    expect(withWeight({ a: 1 }, 'a', 0)).toBeNull();
    expect(withWeight({ a: 1, b: 0 }, 'a', 0)).toBeNull();
    expect(withWeight({ a: 1 }, 'b', 0)).toEqual({ a: 1 });
  });

  it('is shown as its part of the sum', () => {
    expect(partOf({ a: 1, b: 3 }, 'b')).toBe(0.75);
    expect(partOf({ a: 1, b: 3 }, 'c')).toBe(0);
    expect(partOf({}, 'a')).toBe(0);
  });

  it('is compared without regard to the order, and a weight of 0 is none', () => {
    expect(isSameLayers({ a: 1, b: 2 }, { b: 2, a: 1, c: 0 })).toBe(true);
    expect(isSameLayers({ a: 1 }, { a: 2 })).toBe(false);
    expect(isSameLayers({ a: 1 }, { a: 1, b: 1 })).toBe(false);
  });
});

describe('the fader of a layer', () => {
  it.each([
    ['left', { x: 175, y: 0 }, 0.25],
    ['right', { x: 175, y: 0 }, 0.75],
    ['up', { x: 0, y: 60 }, 0.75],
    ['down', { x: 0, y: 60 }, 0.25],
  ] as const)('that grows to the %s is measured from where its bar begins', (growth, point, fraction) => {
    expect(fractionAt(point, box, growth)).toBeCloseTo(fraction);
  });

  it.each(growths)('that grows to the %s ends at its ends, however far the pointer goes', (growth) => {
    const far = [-1e4, 1e4].map((all) => fractionAt({ x: all, y: all }, box, growth));
    expect([...far].sort()).toEqual([0, 1]);
  });

  it('is off near its beginning, even in the middle, and ten times or a tenth at the ends', () => {
    expect(weightAt(0)).toBe(0);
    expect(weightAt(0.1)).toBe(0);
    expect(weightAt(0.12)).toBe(FADER.min);
    expect(weightAt(0.56)).toBe(1);
    expect(weightAt(1)).toBe(FADER.max);
  });

  it('shows a bar as long as the pointer went, within a step', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.13, max: 1, noNaN: true }), (fraction) => {
        expect(Math.abs(fractionOf(weightAt(fraction)) - fraction)).toBeLessThan(0.02);
      }),
    );
  });

  it('gives only weights that a room accepts', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (fraction) => {
        const contentLayers = { block1_conv1: 1, block1_conv2: weightAt(fraction) };
        expect(settingsPatchSchema.safeParse({ contentLayers }).success).toBe(true);
      }),
    );
  });

  it('shows a typed weight beyond its range at its end', () => {
    expect(fractionOf(100)).toBe(1);
    expect(fractionOf(0.001)).toBe(fractionOf(FADER.min));
  });
});

describe('the keys of a layer', () => {
  const outward = { left: 'ArrowLeft', right: 'ArrowRight', up: 'ArrowUp', down: 'ArrowDown' } as const;
  const inward = { left: 'ArrowRight', right: 'ArrowLeft', up: 'ArrowDown', down: 'ArrowUp' } as const;
  const weightOf = (key: string, weight: number, growth: Growth) => {
    const done = faderKey(key, weight, growth);
    return done && done !== 'toggle' && done.kind === 'weight' ? done.weight : undefined;
  };

  it.each(growths)('that point along a bar that grows to the %s make it longer and shorter', (growth) => {
    expect(weightOf(outward[growth], 1, growth)).toBeGreaterThan(1);
    expect(weightOf(inward[growth], 1, growth)).toBeLessThan(1);
  });

  it('undo each other, from the least weight to the greatest', () => {
    const weights = [FADER.min];
    while (weights.at(-1)! < FADER.max) weights.push(weightOf('ArrowRight', weights.at(-1)!, 'right')!);
    expect(weights).toContain(1);
    const back = weights.map((weight) => weightOf('ArrowLeft', weight, 'right'));
    expect(back).toEqual([0, ...weights.slice(0, -1)]);
    expect(weightOf('PageDown', weightOf('PageUp', 1, 'up')!, 'up')).toBe(1);
  });

  it('that point across the bar go on along the network, from either side', () => {
    for (const growth of ['left', 'right'] as const) {
      expect(faderKey('ArrowDown', 1, growth)).toEqual({ kind: 'move', by: 1 });
      expect(faderKey('ArrowUp', 1, growth)).toEqual({ kind: 'move', by: -1 });
    }
    for (const growth of ['up', 'down'] as const) {
      expect(faderKey('ArrowRight', 1, growth)).toEqual({ kind: 'move', by: 1 });
      expect(faderKey('ArrowLeft', 1, growth)).toEqual({ kind: 'move', by: -1 });
    }
  });

  it('begin at the least weight where a layer is not read, and end at off', () => {
    expect(weightOf('ArrowRight', 0, 'right')).toBeGreaterThan(0);
    expect(weightOf('ArrowLeft', FADER.min, 'right')).toBe(0);
    expect(weightOf('Home', 1, 'right')).toBe(0);
    expect(weightOf('End', 1, 'right')).toBe(FADER.max);
  });

  it('never make a weight less that was typed beyond the range, where they should make it more', () => {
    expect(weightOf('ArrowRight', 40, 'right')).toBe(40);
    expect(weightOf('PageUp', 40, 'right')).toBe(40);
    expect(weightOf('End', 40, 'right')).toBe(40);
  });

  it('switch on Enter and space, and leave all others alone', () => {
    expect(faderKey('Enter', 1, 'right')).toBe('toggle');
    expect(faderKey(' ', 0, 'up')).toBe('toggle');
    expect(faderKey('Tab', 1, 'right')).toBeNull();
    expect(faderKey('f', 1, 'right')).toBeNull();
  });
});
