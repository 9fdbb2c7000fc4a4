import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsDifference } from '../../../app/_lib/settings-difference';
import { settingsAt } from '../../../server/protocol/settings-at';
import { isSame } from '../../../app/_lib/settings-match';
import type { Mark } from '../../../server/protocol/runs';
import { defaultSettings, settingsSchema, type Settings } from '../../../server/protocol/settings';
import { imageId, memberId, otherImageId } from './room-fixtures';

const usual = defaultSettings('compact');
const share = fc.constantFrom(0, 0.5, 1, 2);
const layers = fc.dictionary(fc.constantFrom('block1_conv1', 'block2_conv1', 'block3_conv1'), share);
/** Few values of each kind of setting, so that two of them often agree. */
const settingsArbitrary: fc.Arbitrary<Settings> = fc
  .record({
    contentWeight: fc.constantFrom(0, 0.2, 3),
    iterations: fc.constantFrom(300, 301),
    pooling: fc.constantFrom('average', 'max'),
    iterateAveraging: fc.boolean(),
    initialImage: fc.constantFrom(null, imageId),
    contentLayers: layers,
    styleLayers: layers,
    styleBlend: fc.dictionary(fc.constantFrom(imageId, otherImageId), share),
  })
  .map((part) => ({ ...usual, ...part }));

/** Whether two settings mean the same: a painting that is not named counts 1, a layer that is not named 0. */
function meanTheSame(one: Settings, other: Settings): boolean {
  const full = (settings: Settings): Settings => ({
    ...settings,
    styleBlend: { [imageId]: 1, [otherImageId]: 1, ...settings.styleBlend },
  });
  const [a, b] = [full(one), full(other)];
  return (Object.keys(settingsSchema.shape) as (keyof Settings)[]).every((field) =>
    isSame(a[field], b[field]),
  );
}

describe('the difference of settings', () => {
  it('is empty just where they mean the same', () => {
    fc.assert(
      fc.property(settingsArbitrary, settingsArbitrary, (one, other) => {
        expect(settingsDifference(one, other).length === 0).toBe(meanTheSame(one, other));
        expect(settingsDifference(one, structuredClone(one))).toEqual([]);
      }),
    );
  });

  it('is the same the other way round, from each value to the other', () => {
    fc.assert(
      fc.property(settingsArbitrary, settingsArbitrary, (one, other) => {
        const back = settingsDifference(other, one).map((each) => ({
          ...each,
          from: each.to,
          to: each.from,
        }));
        expect(settingsDifference(one, other)).toEqual(back);
      }),
    );
  });

  it('tells layers and paintings one by one, with what those that are not named count', () => {
    const one: Settings = { ...usual, styleLayers: { block1_conv1: 1, block2_conv1: 2 }, styleBlend: {} };
    const other: Settings = {
      ...one,
      seed: 7,
      styleLayers: { block2_conv1: 2, block3_conv1: 0.5 },
      styleBlend: { [imageId]: 1, [otherImageId]: 0.25 },
    };
    expect(settingsDifference(one, other)).toEqual([
      { field: 'styleLayers', part: 'block1_conv1', from: 1, to: 0 },
      { field: 'styleLayers', part: 'block3_conv1', from: 0, to: 0.5 },
      { field: 'styleBlend', part: otherImageId, from: 1, to: 0.25 },
      { field: 'seed', part: null, from: 0, to: 7 },
    ]);
  });
});

describe('the settings of a run at a moment', () => {
  const mark = (iteration: number, changes: Mark['changes']): Mark => ({
    at: iteration,
    iteration,
    memberId,
    memberName: 'Ada',
    changes,
  });
  const style = (from: number, to: number) => [{ field: 'styleWeight', from, to }];

  it('are those it had when it made that iterate: what was steered after it does not count', () => {
    const run = {
      settings: { ...usual, styleWeight: 3, pooling: 'max' as const },
      marks: [
        mark(10, style(1, 2)),
        mark(20, [...style(2, 3), { field: 'pooling', from: 'average', to: 'max' }]),
      ],
    };
    expect(settingsAt(run, 21)).toEqual(run.settings);
    // The iterate of a mark was made before the change.
    expect(settingsAt(run, 20)).toEqual({ ...run.settings, styleWeight: 2, pooling: 'average' });
    expect(settingsAt(run, 11).styleWeight).toBe(2);
    expect(settingsAt(run, 10).styleWeight).toBe(1);
  });

  it('are right also where a long gesture stands behind what came after its beginning', () => {
    const run = {
      settings: { ...usual, styleWeight: 4 },
      marks: [mark(12, style(2, 3)), mark(5, style(1, 4))],
    };
    expect(settingsAt(run, 12).styleWeight).toBe(2);
    expect(settingsAt(run, 5).styleWeight).toBe(1);
  });

  it('are those before all changes that were made at one iteration, as in a pause', () => {
    const run = {
      settings: { ...usual, styleWeight: 3 },
      marks: [mark(8, style(1, 2)), mark(8, style(2, 3))],
    };
    expect(settingsAt(run, 8).styleWeight).toBe(1);
  });

  it('take back the rest where a mark names a setting that there is no more', () => {
    const run = {
      settings: { ...usual, styleWeight: 2 },
      marks: [mark(8, [{ field: 'noSuchSetting', from: 1, to: 2 }, ...style(1, 2)])],
    };
    expect(settingsAt(run, 8)).toEqual({ ...usual, styleWeight: 1 });
  });

  it('are those before any steering, whatever was steered in between', () => {
    const weights = fc.array(fc.record({ step: fc.nat({ max: 3 }), weight: fc.constantFrom(0.5, 1, 2, 4) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(weights, fc.nat({ max: 40 }), (steps, at) => {
        let [now, iteration] = [usual.styleWeight, 0];
        let expected = usual.styleWeight;
        const marks: Mark[] = [];
        for (const { step, weight } of steps) {
          iteration += step;
          marks.push(mark(iteration, style(now, weight)));
          now = weight;
          if (iteration < at) expected = weight;
        }
        expect(settingsAt({ settings: { ...usual, styleWeight: now }, marks }, at).styleWeight).toBe(
          expected,
        );
      }),
    );
  });
});
