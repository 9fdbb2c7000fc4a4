import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../../server/protocol/forecast';
import { defaultSettings, defaultWeights, type SettingsPatch } from '../../../server/protocol/settings';
import type { Painting } from '../../../server/rooms/inputs';
import type { RoomRecord } from '../../../server/rooms/record';
import { transition } from '../../../server/rooms/transition';
import {
  accepted,
  asked,
  context,
  finished,
  imageId,
  room,
  roomAfter,
  RUN_ID,
  started,
} from '../../support/rooms';

const change = (patch: SettingsPatch) => asked('editor', { type: 'settings:change', patch });
const addStyle = (letter: string) =>
  asked('editor', { type: 'style:add', imageId: imageId(letter), crop: null });
const removeStyle = (letter: string) => asked('editor', { type: 'style:remove', imageId: imageId(letter) });
const goOn = asked('editor', { type: 'run:continue', runId: RUN_ID, iterations: 50 });

/** What is refused; fails where it is not, or where it changes the room all the same. */
function refusal(before: RoomRecord, input: ReturnType<typeof asked>, world = context()) {
  const copy = structuredClone(before);
  const outcome = transition(before, input, world);
  expect(before).toEqual(copy);
  if (outcome.ok) throw new Error('accepted');
  return outcome.problem;
}

describe('a run that would not fit once it is steered', () => {
  /** A machine on which the style scale and the number of layers cost memory, up to 4 GB. */
  const needs = ({ settings }: Painting): Forecast => {
    const layers = Object.keys({ ...settings.contentLayers, ...settings.styleLayers }).length;
    const gigabytes = settings.styleScale ** 2 + (settings.size / 1024) * (layers - 5);
    return {
      secondsPerIteration: 1,
      totalSeconds: 300,
      peakBytes: gigabytes * 1e9,
      fits: gigabytes <= 4,
      largestSize: 700,
    };
  };
  const world = context({ forecast: needs });
  const styleLayers = Object.fromEntries(
    ['1_conv1', '1_conv2', '2_conv1', '2_conv2', '3_conv1', '3_conv2', '4_conv1', '5_conv1'].map((tap) => [
      `block${tap}`,
      1,
    ]),
  );

  it('is not steered: the sentence says what happened and what to do, the field what is to blame', () => {
    const problem = refusal(roomAfter(started), change({ styleScale: 4, tvWeight: 2 }), world);
    expect(problem).toMatchObject({ code: 'too-large', field: 'styleScale' });
    expect(problem.message).toMatch(/16\.\d GB.*Nothing was changed.*goes on.*smaller style scale.*700 px/);
  });

  it('is refused for the first change with which it no longer fits', () => {
    const before = roomAfter([...started, change({ styleScale: 1.7 })]);
    expect(refusal(before, change({ styleLayers }), world)).toMatchObject({
      field: 'styleLayers',
      message: expect.stringMatching(/less deep/) as string,
    });
    const both = change({ contentLayers: { block4_conv2: 2 }, styleLayers, styleScale: 1.8 });
    expect(refusal(before, both, world).field).toBe('styleLayers');
    expect(refusal(roomAfter(started), both, world).field).toBe('styleScale');
  });

  it('is steered where one change makes room for the other', () => {
    const before = roomAfter([...started, change({ styleScale: 1.9 })]);
    const { effects } = accepted(before, change({ styleLayers, styleScale: 1 }), world);
    expect(effects).toMatchObject([{ type: 'steer-run', settings: { styleLayers, styleScale: 1 } }]);
  });

  it('is judged by its own pictures and size, not by the room’s', () => {
    const asks: Painting[] = [];
    const before = roomAfter([
      ...started,
      change({ size: 64 }),
      addStyle('c'),
      asked('editor', { type: 'content:set', imageId: imageId('c'), crop: null }),
    ]);
    const forecast = (painting: Painting) => {
      asks.push(painting);
      return needs(painting);
    };
    refusal(before, change({ styleScale: 4 }), context({ forecast }));
    const { content, styles } = before.runs[0]!;
    expect(asks.length).toBeGreaterThan(0);
    for (const ask of asks) {
      expect(ask).toMatchObject({ content, styles, settings: { size: 512 } });
    }
  });

  it('is steered freely in what takes no more memory, also where it is said not to fit as it is', () => {
    const before = roomAfter([...started, change({ styleScale: 3 })]);
    for (const patch of [{ tvWeight: 2 }, { styleScale: 2.5 }]) {
      expect(accepted(before, change(patch), world).effects).toMatchObject([
        { type: 'steer-run', settings: patch },
      ]);
    }
    expect(refusal(before, change({ styleScale: 3.1 }), world).field).toBe('styleScale');
  });

  it('does not keep the room from what is the next run’s, nor any change where nothing is going', () => {
    expect(accepted(roomAfter(started), change({ size: 2048 }), world).effects).toEqual([]);
    const { room: after } = accepted(roomAfter(finished), change({ styleScale: 4 }), world);
    expect(after.setup.settings.styleScale).toBe(4);
  });
});

describe('a run that would have nothing left to paint towards', () => {
  const off = change({ styleBlend: { [imageId('b')]: 0 } });

  it('keeps its only style picture, though the room has another by now', () => {
    const problem = refusal(roomAfter([...started, addStyle('c')]), off);
    expect(problem).toMatchObject({ code: 'invalid', field: 'styleBlend' });
    expect(problem.message).toMatch(/Nothing was changed.*goes on.*remove it/);
  });

  it('and that picture can be removed from the next run, as the sentence says', () => {
    const before = roomAfter([...started, addStyle('c')]);
    const { room: after, effects } = accepted(before, removeStyle('b'));
    expect(effects).toEqual([]);
    expect(after.setup.styles).toEqual([{ imageId: imageId('c'), crop: null }]);
    expect(after.runs[0]).toBe(before.runs[0]);
  });

  it('may lose one style picture of several', () => {
    const before = roomAfter([addStyle('c'), ...started]);
    const { room: after } = accepted(before, off);
    expect(after.runs[0]!.settings.styleBlend).toEqual({ [imageId('b')]: 0 });
    const withAnother = roomAfter([addStyle('a')], after);
    expect(refusal(withAnother, change({ styleBlend: { [imageId('c')]: 0 } })).field).toBe('styleBlend');
  });

  it('does not go on with a blend that turns all its style pictures off', () => {
    const before = roomAfter([...finished, addStyle('c'), off]);
    expect(refusal(before, goOn)).toMatchObject({ code: 'invalid', field: 'styleBlend' });
    const raised = roomAfter([change({ styleBlend: { [imageId('b')]: 0.5 } }), goOn], before);
    expect(raised.runs[0]).toMatchObject({
      status: { kind: 'queued' },
      settings: { styleBlend: { [imageId('b')]: 0.5 } },
    });
  });

  it.each([
    ['content', 'style'],
    ['style', 'content'],
  ] as const)('keeps its %s off and its %s on, though the room has both', (first, last) => {
    const before = roomAfter([
      ...started,
      change({ [`${first}Weight`]: 0 }),
      change({ network: 'vgg19', [`${first}Weight`]: 1 }),
    ]);
    const problem = refusal(before, change({ [`${last}Weight`]: 0 }));
    expect(problem).toMatchObject({ code: 'invalid', field: `${last}Weight` });
    expect(problem.message).toContain(`Raise the ${first} weight first`);
  });
});

describe('weights of another network', () => {
  const world = context({ readyNetworks: ['vgg19', 'compact'] });
  const vgg19 = defaultSettings('vgg19');
  const done = finished.reduce(
    (state, input) => accepted(state, input, world).room,
    room({ setup: { ...room().setup, settings: vgg19 } }),
  );

  it('are not those with which a run goes on; everything else that can be steered is', () => {
    const before = roomAfter(
      [change({ network: 'compact' }), change({ styleWeight: 5, tvWeight: 3, colour: 'luminance' })],
      done,
    );
    expect(before.setup.settings.contentWeight).toBe(defaultWeights('compact', 'relative').contentWeight);
    const { room: after } = accepted(before, goOn, world);
    expect(after.runs[0]!.settings).toEqual({ ...vgg19, iterations: 350, colour: 'luminance' });
  });

  it('are not taken from a change that names both, while the run is going', () => {
    const before = { ...done, runs: [{ ...done.runs[0]!, status: { kind: 'running' } as const }] };
    const both = change({ network: 'compact', contentWeight: 0.3, tvWeight: 2, padding: 'replicate' });
    const { room: after, effects } = accepted(before, both, world);
    expect(after.setup.settings).toMatchObject({ network: 'compact', contentWeight: 0.3, tvWeight: 2 });
    expect(effects).toEqual([
      { type: 'steer-run', runId: RUN_ID, settings: { ...vgg19, padding: 'replicate' } },
    ]);
  });

  it('of another form are the run’s own network’s defaults', () => {
    const before = roomAfter(
      [change({ network: 'compact' }), change({ form: 'classic', styleWeight: 3e-5 })],
      done,
    );
    expect(accepted(before, goOn, world).room.runs[0]!.settings).toMatchObject({
      form: 'classic',
      ...defaultWeights('vgg19', 'classic'),
    });
  });

  it('are taken over where the network is the same', () => {
    const before = roomAfter([change({ contentWeight: 4, tvWeight: 3 })], done);
    expect(accepted(before, goOn, world).room.runs[0]!.settings).toMatchObject({
      contentWeight: 4,
      tvWeight: 3,
    });
  });
});
