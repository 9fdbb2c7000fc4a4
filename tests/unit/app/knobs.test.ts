import { describe, expect, it } from 'vitest';
import { adviceShown, moreIterationsOf } from '../../../app/_lib/advice-shown';
import { i18n } from '../../../app/_lib/i18n';
import { initialRoomState, reduceRoom, type RoomState } from '../../../app/_lib/room-reducer';
import { holds, presetInUse } from '../../../app/_lib/settings-match';
import { layerShare, lossShare, pullShare } from '../../../app/_lib/shares';
import { adviceCodeSchema, type Advice } from '../../../server/protocol/advice';
import type { CurvePoint } from '../../../server/protocol/curves';
import { runIdSchema } from '../../../server/protocol/ids';
import { networkIdSchema } from '../../../server/protocol/networks';
import { presetsOf } from '../../../server/protocol/presets';
import type { Run } from '../../../server/protocol/runs';
import { defaultSettings, settingsSchema, type Settings } from '../../../server/protocol/settings';
import { makePoint, makeRoom, makeRun, makeWelcome, runId } from './room-fixtures';

function roomWith(settings: Settings, runs: Run[] = [], points: CurvePoint[] = []): RoomState {
  const room = makeRoom({ setup: { content: null, styles: [], settings }, runs });
  const curve = points.length > 0 ? { runId, points } : null;
  return reduceRoom(initialRoomState, { type: 'welcome', welcome: makeWelcome({ room, curve }) });
}

describe('presets', () => {
  const all = networkIdSchema.options.flatMap((network) =>
    presetsOf(network).map((preset) => ({ network, preset, id: preset.id })),
  );

  it.each(all)('$id is pressed on $network once all it sets is in place, and no other is', (one) => {
    const settings = { ...defaultSettings(one.network), ...one.preset.settings };
    expect(presetInUse(roomWith(settings))).toBe(one.id);
  });

  it('are pressed no more once one of their settings has been changed here', () => {
    const state = roomWith(defaultSettings('compact'));
    expect(presetInUse(state)).toBe('balanced');
    const draft = { field: 'tvWeight', value: 7, version: 1, held: true } as const;
    expect(presetInUse(reduceRoom(state, { type: 'drafted', ...draft }))).toBeNull();
  });

  it('do not mind the order of layers, nor one that is written as off', () => {
    const settings = defaultSettings('compact');
    const reversed = Object.fromEntries(Object.entries(settings.styleLayers).reverse());
    const state = roomWith({ ...settings, styleLayers: { block1_conv2: 0, ...reversed } });
    expect(holds(state, { styleLayers: settings.styleLayers })).toBe(true);
    expect(holds(state, { styleLayers: { ...settings.styleLayers, block1_conv2: 1 } })).toBe(false);
  });
});

describe('live shares', () => {
  const settings = defaultSettings('compact');
  const terms = { 'style:block1_conv1': 0.5, tv: 0.1 };
  const measured = makePoint(1, { gradientShares: { content: 0.6, style: 0.3, tv: 0.1 } });

  it('are those of the latest point for the loss, and of the latest measurement for the gradient', () => {
    const state = roomWith(settings, [makeRun()], [measured, makePoint(2, { terms })]);
    expect(lossShare(state, 'style')).toBeCloseTo(0.45);
    expect(pullShare(state, 'content')).toBe(0.6);
    expect(layerShare(state, 'style', 'block1_conv1')).toBe(0.25);
    expect(layerShare(state, 'content', 'block1_conv1')).toBeNull();
  });

  it('are not known before a run, in a curve without terms, nor of a loss of nothing', () => {
    expect(lossShare(roomWith(settings), 'style')).toBeNull();
    const old = roomWith(settings, [makeRun()], [makePoint(1)]);
    expect(pullShare(old, 'content')).toBeNull();
    expect(layerShare(old, 'style', 'block1_conv1')).toBeNull();
    expect(lossShare(roomWith(settings, [makeRun()], [makePoint(1, { total: 0 })]), 'tv')).toBeNull();
  });
});

describe('advice', () => {
  const noise: Advice = { code: 'noise', sentence: 'Grainy.', change: { tvWeight: 3 } };
  const more: Advice = { code: 'more-iterations', sentence: 'Falling.', change: { iterations: 450 } };
  const settings = defaultSettings('compact');
  const ended = makeRun({
    status: { kind: 'finished' },
    result: { width: 128, height: 96 },
    advice: [more, noise],
  });

  it('is shown one at a time, without what was dismissed', () => {
    const state = roomWith(settings, [ended]);
    expect(adviceShown(state, ended, [])).toBe(more);
    expect(adviceShown(state, ended, ['more-iterations'])).toBe(noise);
    expect(adviceShown(state, ended, ['more-iterations', 'noise'])).toBeUndefined();
  });

  it('goes once the settings say what it proposes', () => {
    const state = roomWith({ ...settings, tvWeight: 3 }, [ended]);
    expect(adviceShown(state, ended, ['more-iterations'])).toBeUndefined();
  });

  it('is not given about a run that another has followed', () => {
    const next = makeRun({ id: runIdSchema.parse('run-00002'), number: 2 });
    expect(adviceShown(roomWith(settings, [ended, next]), ended, [])).toBeUndefined();
  });

  it('to go on means the difference on a run that has ended, and a change of settings on one that is going', () => {
    expect(moreIterationsOf(more, ended)).toBe(150);
    expect(moreIterationsOf(noise, ended)).toBeNull();
    expect(moreIterationsOf(more, makeRun({ advice: [more] }))).toBeNull();
  });

  it('has a title for every code', () => {
    for (const code of adviceCodeSchema.options) expect(i18n.exists(`advice.titles.${code}`)).toBe(true);
  });
});

describe('the words of the settings', () => {
  it('name every setting, and every preset with its line', () => {
    for (const field of Object.keys(settingsSchema.shape)) {
      expect(i18n.exists(`settings.fields.${field}`), field).toBe(true);
    }
    for (const { id } of presetsOf('vgg19')) {
      expect(i18n.exists(`settings.presets.${id}.name`)).toBe(true);
      expect(i18n.exists(`settings.presets.${id}.line`)).toBe(true);
    }
  });
});
