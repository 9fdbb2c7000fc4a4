import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropToPercent, percentToCrop } from '../../../app/_lib/crop-fractions';
import { alignCurves } from '../../../app/_lib/curve-overlay';
import {
  axisLines,
  axisSplits,
  hasLayers,
  lossRange,
  seriesOf,
  type Series,
} from '../../../app/_lib/curve-series';
import { fileObstacle } from '../../../app/_lib/file-check';
import {
  formatDuration,
  formatEstimate,
  formatLoss,
  formatNumber,
  formatShare,
  percentOf,
} from '../../../app/_lib/format';
import { i18n } from '../../../app/_lib/i18n';
import { groupMarks } from '../../../app/_lib/mark-groups';
import { tabTitle } from '../../../app/_lib/tab-title';
import { shareLink } from '../../../app/_lib/urls';
import {
  positionToWeight,
  weightPositions,
  weightRange,
  weightToPosition,
} from '../../../app/_lib/weight-scale';
import type { CurvePoint } from '../../../server/protocol/curves';
import { cropSchema } from '../../../server/protocol/images';
import { MAX_UPLOAD_BYTES, WEIGHT } from '../../../server/protocol/limits';
import { networkIdSchema } from '../../../server/protocol/networks';
import { presetsOf } from '../../../server/protocol/presets';
import type { Mark } from '../../../server/protocol/runs';
import { defaultWeights, objectiveFormSchema, settingsPatchSchema } from '../../../server/protocol/settings';
import { makePoint, makeRun, memberId, roomId } from './room-fixtures';

describe('the scale of the weights', () => {
  const fields = ['contentWeight', 'styleWeight', 'tvWeight'] as const;
  const cases = objectiveFormSchema.options.flatMap((form) => fields.map((field) => ({ form, field })));

  it.each(cases)('of $field in the $form form goes from off over its least to its greatest', (one) => {
    const range = weightRange(one.field, one.form);
    expect(positionToWeight(0, range)).toBe(0);
    expect(positionToWeight(1, range)).toBe(range.min);
    expect(positionToWeight(weightPositions(range), range)).toBe(range.max);
  });

  it.each(cases)('of $field in the $form form gives a valid, rising weight at every position', (one) => {
    const range = weightRange(one.field, one.form);
    for (let position = 1; position <= weightPositions(range); position++) {
      const weight = positionToWeight(position, range);
      expect(weight).toBeGreaterThan(positionToWeight(position - 1, range));
      expect(settingsPatchSchema.safeParse({ [one.field]: weight }).success).toBe(true);
    }
  });

  it.each(cases)('of $field in the $form form has the default within its range', ({ form, field }) => {
    const range = weightRange(field, form);
    for (const network of networkIdSchema.options) {
      const weight = defaultWeights(network, form)[field];
      expect(positionToWeight(weightToPosition(weight, range), range)).toBeCloseTo(weight, 9);
    }
  });

  it('of the style in the classic form spans what the recipe is used with, and no more', () => {
    const range = weightRange('styleWeight', 'classic');
    expect(positionToWeight(1, range)).toBe(1e-6);
    expect(positionToWeight(weightPositions(range), range)).toBe(1e-4);
    // What is typed may go beyond.
    for (const styleWeight of [WEIGHT.min, 1e-3, WEIGHT.max]) {
      expect(settingsPatchSchema.safeParse({ styleWeight }).success).toBe(true);
    }
  });

  it('puts a typed weight beyond its range at its end', () => {
    const range = weightRange('styleWeight', 'classic');
    expect(weightToPosition(50, range)).toBeCloseTo(weightPositions(range), 9);
    expect(weightToPosition(1e-12, range)).toBe(1);
  });
});

describe('links', () => {
  it('replace an address that only this computer knows by one that reaches it from the network', () => {
    const lan = ['http://192.168.0.7:3000'];
    expect(shareLink(roomId, 'k', 'http://localhost:3000', lan)).toBe(
      'http://192.168.0.7:3000/r/room-0001#k',
    );
    expect(shareLink(roomId, 'k', 'http://127.0.0.1:3000', [])).toBe('http://127.0.0.1:3000/r/room-0001#k');
    expect(shareLink(roomId, 'k', 'https://art.example', lan)).toBe('https://art.example/r/room-0001#k');
  });
});

describe('crops', () => {
  it('are null for the whole picture, else fractions that the protocol accepts', () => {
    expect(percentToCrop(cropToPercent(null))).toBeNull();
    const crop = { x: 0.25, y: 0.1, width: 0.5, height: 0.9 };
    expect(percentToCrop(cropToPercent(crop))).toEqual(crop);
    for (const [x, width] of [
      [99.9, 0.01],
      [66.7, 33.4],
      [-0.1, 50],
    ] as const) {
      expect(cropSchema.safeParse(percentToCrop({ unit: '%', x, y: 0, width, height: 50 })).success).toBe(
        true,
      );
    }
  });
});

describe('files', () => {
  const file = (name: string, type: string, size = 1) => ({ name, type, size });
  it('that no server would take are named before they are sent', () => {
    expect(fileObstacle(file('IMG_1.HEIC', ''))).toBe('heic');
    expect(fileObstacle(file('notes.pdf', 'application/pdf'))).toBe('not-a-picture');
    expect(fileObstacle(file('big.png', 'image/png', MAX_UPLOAD_BYTES + 1))).toBe('too-large');
    expect(fileObstacle(file('big.png', 'image/png', MAX_UPLOAD_BYTES))).toBeNull();
  });
});

describe('the tab', () => {
  it('tells how far a run is, and that one has finished unseen', () => {
    const run = makeRun({ progress: { iteration: 111, totalIterations: 300, remainingSeconds: null } });
    expect(tabTitle('Room', run, false, 'finished')).toBe('37 % · Room');
    expect(tabTitle('Room', { ...run, status: { kind: 'finished' } }, true, 'finished')).toBe(
      '✓ finished · Room',
    );
    expect(tabTitle('Room', undefined, false, 'finished')).toBe('Room · Atelier');
  });
});

describe('numbers', () => {
  it('are rounded where they are only an estimate', () => {
    expect(formatEstimate(45.4, i18n.t)).toBe('45 s');
    expect(formatEstimate(127, i18n.t)).toBe('2 min 10 s');
    expect(formatEstimate(597, i18n.t)).toBe('10 min 00 s');
    expect(formatEstimate(1323, i18n.t)).toBe('22 min');
    expect(formatEstimate(3590, i18n.t)).toBe('59 min');
    expect(formatEstimate(4200, i18n.t)).toBe('1 h 10 min');
  });

  it('are short and never say more than is known', () => {
    expect(formatDuration(45.4, i18n.t)).toBe('45 s');
    expect(formatDuration(125, i18n.t)).toBe('2 min 05 s');
    expect(formatDuration(4200, i18n.t)).toBe('1 h 10 min');
    expect(formatLoss(0.00001234)).toBe('1.2e-5');
    expect(formatShare(0.324)).toBe('32');
    expect(formatShare(0.004)).toBe('<1');
    expect(formatShare(0)).toBe('0');
    expect(percentOf({ iteration: 299, totalIterations: 300 })).toBe(99);
    expect(percentOf({ iteration: 0, totalIterations: 0 })).toBe(0);
  });
});

describe('the numbers of the settings', () => {
  it('have three significant digits at most where they are not whole, and all of them where they are', () => {
    expect(formatNumber(3 * 0.2)).toBe('0.6');
    expect(formatNumber(0.012345)).toBe('0.0123');
    expect(formatNumber(12.3456)).toBe('12.3');
    expect(formatNumber(1e-5)).toBe('0.00001');
    expect(formatNumber(0)).toBe('0');
    expect(formatNumber(4096)).toBe('4096');
    expect(formatNumber(1234567)).toBe('1234567');
  });

  it.each(networkIdSchema.options)('are short for every weight that a preset sets on %s', (network) => {
    for (const { id, settings } of presetsOf(network)) {
      for (const weight of [settings.contentWeight!, settings.styleWeight!, settings.tvWeight!]) {
        const digits = formatNumber(weight).replace('.', '').replace(/^0+/, '');
        expect(digits.length, `${id}: ${weight}`).toBeLessThanOrEqual(3);
      }
    }
  });
});

/** One run's curve as the chart takes it. */
const columns = (points: readonly CurvePoint[], series: readonly Series[]) =>
  alignCurves(
    [points],
    series.map((one) => ({ series: one, colour: one.colour, of: 0 })),
  );

describe('curves', () => {
  it('leave a gap where a term has no logarithm', () => {
    const [iterations, total, content] = columns(
      [makePoint(0, { content: 0 }), makePoint(1)],
      seriesOf('kinds', []),
    );
    expect(iterations).toEqual([0, 1]);
    expect(total).toEqual([2, 2]);
    expect(content).toEqual([null, 1]);
  });

  it('of layers show each layer that was ever read, in the order of the network, with a gap where it was not', () => {
    const terms = {
      'style:block3_conv1': 0.5,
      'content:block4_conv2': 1,
      'style:block1_conv1': 0.4,
      tv: 0.1,
    };
    const later = { 'content:block4_conv2': 1, 'style:block1_conv1': 0.9, tv: 0.1 };
    const points = [makePoint(1, { terms }), makePoint(2, { terms: later })];
    const series = seriesOf('layers', points);
    expect(series.map(({ key }) => key)).toEqual([
      'total',
      'content:block4_conv2',
      'style:block1_conv1',
      'style:block3_conv1',
      'tv',
    ]);
    expect(columns(points, series)).toEqual([
      [1, 2],
      [2, 2],
      [1, 1],
      [0.4, 0.9],
      [0.5, null],
      [0.1, 0.1],
    ]);
    expect(new Set(series.map(({ colour }) => colour)).size).toBe(series.length);
  });

  it('that were kept before layers were told apart have none', () => {
    expect(hasLayers([makePoint(0), makePoint(1)])).toBe(false);
    expect(hasLayers([makePoint(0), makePoint(1, { terms: { tv: 1 } })])).toBe(true);
  });

  it('are not flattened by one term that is nearly nothing', () => {
    const [low, high] = lossRange(1e-12, 1);
    expect(high / low).toBeLessThan(1e5);
    expect(lossRange(null, null)).toEqual([0.1, 1]);
  });
});

describe('the axis of the loss', () => {
  it('has its places at whole digits of a decade, whatever the smallest value is', () => {
    expect(axisSplits(0.081, 2.5)).toEqual([0.09, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 2]);
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9 }), fc.double({ min: 0, max: 5 }), (low, decades) => {
        const [min, max] = lossRange(10 ** low, 10 ** (low + decades));
        const splits = axisSplits(min, max);
        expect(splits.length).toBeGreaterThan(0);
        expect(splits.length).toBeLessThan(60);
        expect(
          splits.every((split, index) => split >= min && split <= max && !(split <= splits[index - 1])),
        ).toBe(true);
      }),
    );
  });

  it('has a line at every power of ten, and more only where there would be fewer than two', () => {
    const splits = [0.08, 0.09, 0.1, 0.2, 0.5, 0.9, 1, 2];
    expect(axisLines(splits)).toEqual([null, null, 0.1, null, null, null, 1, null]);
    expect(axisLines([0.1, 0.2, 0.3, 0.5, 0.6])).toEqual([0.1, 0.2, null, 0.5, null]);
    expect(axisLines([0.3, 0.4])).toEqual([0.3, 0.4]);
  });
});

describe('marks', () => {
  const mark = (iteration: number, from: number, to: number, name = 'Ada'): Mark => ({
    at: iteration,
    iteration,
    memberId: name === 'Ada' ? memberId : (`member-${name}` as typeof memberId),
    memberName: name,
    changes: [{ field: 'styleWeight', from, to }],
  });

  it('of one drag are one, from its first value to its last', () => {
    const groups = groupMarks([mark(10, 1, 2), mark(12, 2, 3), mark(14, 3, 5)], 3);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ iteration: 10, changes: [{ field: 'styleWeight', from: 1, to: 5 }] });
  });

  it('of two people, or far apart, stay apart', () => {
    expect(groupMarks([mark(10, 1, 2), mark(11, 2, 3, 'Bob'), mark(30, 3, 4)], 3)).toHaveLength(3);
  });
});
