import { describe, expect, it } from 'vitest';
import { i18n } from '../../../app/_lib/i18n';
import { createIntake } from '../../../app/_lib/intake';
import { planRestore, type RestoreTarget } from '../../../app/_lib/restore';
import { settingValue } from '../../../app/_lib/setting-value';
import { settingsTable } from '../../../app/_lib/settings-table';
import type { Making } from '../../../server/protocol/making';
import type { NetworkStatus } from '../../../server/protocol/networks';
import {
  defaultSettings,
  settingsPatchSchema,
  settingsSchema,
  type Settings,
} from '../../../server/protocol/settings';
import { mergeSettings } from '../../../server/rooms/settings';
import { imageId, otherImageId, roomId } from './room-fixtures';

const t = i18n.t;
const network = (id: 'vgg19' | 'compact', ready: boolean): NetworkStatus => ({
  id,
  name: id === 'vgg19' ? 'VGG-19' : 'Compact',
  licence: '',
  source: '',
  bytes: 1,
  downloadable: true,
  state: ready ? { kind: 'ready', variant: 'any' } : { kind: 'missing' },
});
const networks = [network('vgg19', false), network('compact', true)];

function makingOf(part: Partial<Settings> = {}, styleBlend: readonly number[] = [1]): Making {
  return {
    settings: { ...defaultSettings('compact'), ...part, styleBlend: [...styleBlend] },
    network: { variant: 'any', checksum: 'sha256:00' },
    engine: 'onnx (cpu)',
    iterations: 300,
    converged: false,
    steered: false,
    continuedFrom: null,
    version: 1,
  };
}

function target(part: Partial<RestoreTarget> = {}): RestoreTarget {
  return {
    settings: defaultSettings('compact'),
    styles: [{ imageId: otherImageId, crop: null }],
    networks,
    ...part,
  };
}

describe('restoring the settings of a picture', () => {
  it('changes what differs, and nothing else', () => {
    const plan = planRestore(makingOf({ iterations: 700, pooling: 'max' }), target());
    expect(plan).toEqual({ patch: { iterations: 700, pooling: 'max' }, notes: [] });
  });

  it('changes nothing where the room has them already', () => {
    expect(planRestore(makingOf(), target())).toEqual({ patch: {}, notes: [] });
  });

  it('gives the room the settings of the file, also from another network and form', () => {
    const room: Settings = { ...defaultSettings('vgg19'), form: 'classic', styleWeight: 1e-5, size: 1024 };
    const making = makingOf({ tvWeight: 0.25, styleLayers: { block2_conv1: 3 } });
    const { patch } = planRestore(making, target({ settings: room }));
    expect(settingsPatchSchema.safeParse(patch).success).toBe(true);
    expect(mergeSettings(room, patch)).toEqual({
      ...making.settings,
      styleBlend: {},
      initialImage: null,
    });
  });

  it('says that its network is not on the server, and chooses it all the same', () => {
    const plan = planRestore(makingOf({ ...defaultSettings('vgg19') }), target());
    expect(plan.patch.network).toBe('vgg19');
    expect(plan.notes).toEqual([{ field: 'network', reason: 'network-missing' }]);
  });

  it('leaves out the picture of another room that it started from', () => {
    const plan = planRestore(
      makingOf({ initialisation: 'image', initialImage: imageId, seed: 3 }),
      target({ settings: { ...defaultSettings('compact'), initialisation: 'noise' } }),
    );
    expect(plan).toEqual({
      patch: { seed: 3 },
      notes: [{ field: 'initialisation', reason: 'own-picture' }],
    });
  });

  it('gives the shares of its paintings to as many here, in their order', () => {
    const styles = [
      { imageId: otherImageId, crop: null },
      { imageId, crop: null },
    ];
    const { patch, notes } = planRestore(makingOf({}, [0.5, 2]), target({ styles }));
    expect(patch).toEqual({ styleBlend: { [otherImageId]: 0.5, [imageId]: 2 } });
    expect(notes).toEqual([]);
  });

  it('says so where it blended another number of paintings', () => {
    const plan = planRestore(makingOf({}, [0.5, 2, 1]), target());
    expect(plan).toEqual({ patch: {}, notes: [{ field: 'styleBlend', reason: 'other-paintings' }] });
    // Even shares mean nothing that could be lost.
    expect(planRestore(makingOf({}, [1, 1, 1]), target()).notes).toEqual([]);
  });

  it('leaves out what no room would accept', () => {
    const nothing = makingOf({ contentWeight: 0, styleWeight: 0, styleLayers: { no_such_layer: 1 } });
    const plan = planRestore(nothing, target());
    expect(plan.patch).toEqual({});
    expect(plan.notes.map(({ field }) => field)).toEqual(['styleLayers', 'contentWeight', 'styleWeight']);
  });
});

describe('a file on its way into a room', () => {
  const picture = new File(['x'], 'a.png', { type: 'image/png' });
  const making = makingOf();
  const intakeOf = (read: Making | null) =>
    createIntake(
      roomId,
      () => Promise.resolve({ ok: true, revision: 1 }),
      () => Promise.resolve(read),
    );

  it('is asked about before it is uploaded where it says how it was made', async () => {
    const intake = intakeOf(making);
    await intake.take('content', [picture]);
    expect(intake.store.getState().restorings).toEqual([
      expect.objectContaining({ kind: 'content', file: picture, making }),
    ]);
    expect(intake.store.getState().uploads).toEqual([]);
  });

  it('is not uploaded where only its settings are wanted', async () => {
    const intake = intakeOf(making);
    await intake.take('style', [picture, picture]);
    expect(intake.store.getState().restorings).toHaveLength(2);
    intake.endRestore(false);
    intake.endRestore(false);
    expect(intake.store.getState()).toMatchObject({ restorings: [], uploads: [] });
  });
});

describe('the table of settings', () => {
  const named = { images: [], networks };

  it('marks what is not as in a new room, for every network', () => {
    for (const id of ['vgg19', 'compact'] as const) {
      expect(settingsTable(defaultSettings(id)).filter(({ differs }) => differs)).toEqual([]);
    }
    const own = settingsTable({ ...defaultSettings('compact'), seed: 4, styleBlend: { [imageId]: 0.5 } });
    expect(own.filter(({ differs }) => differs).map(({ field }) => field)).toEqual(['styleBlend', 'seed']);
  });

  it('measures weights by their own form of losses', () => {
    const classic: Settings = {
      ...defaultSettings('compact'),
      form: 'classic',
      contentWeight: 1,
      styleWeight: 1e-5,
      tvWeight: 0,
    };
    expect(
      settingsTable(classic)
        .filter(({ differs }) => differs)
        .map(({ field }) => field),
    ).toEqual(['form']);
  });

  it('has words for every value', () => {
    const values: readonly Settings[] = [
      defaultSettings('vgg19'),
      {
        ...defaultSettings('compact'),
        tvWeight: 0,
        tolerance: 0,
        iterateAveraging: true,
        initialImage: imageId,
      },
    ];
    for (const settings of values) {
      for (const { field, value } of settingsTable(settings)) {
        const words = settingValue(field, value, named, t);
        expect(words).not.toBe('');
        expect(words).not.toMatch(/settings\.|runPage\.|\[object/);
      }
    }
  });

  it('has words for every choice', () => {
    for (const field of [
      'pooling',
      'padding',
      'form',
      'optimiser',
      'initialisation',
      'scaleFactor',
      'colour',
    ] as const) {
      for (const value of settingsSchema.shape[field].options) {
        expect(settingValue(field, value, named, t)).toMatch(/^(?!settings)./);
      }
    }
  });
});
