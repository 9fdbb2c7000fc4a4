import type { Picture } from '../../server/protocol/images';
import { settingsToRestore, type Making } from '../../server/protocol/making';
import { networkTaps, type NetworkStatus } from '../../server/protocol/networks';
import { settingsSchema, type Settings, type SettingsPatch } from '../../server/protocol/settings';
import type { Field } from './room-reducer';
import { isSame } from './settings-match';

/** What people should know of a setting of the file, as a key of the messages. */
export interface RestoreNote {
  readonly field: Field;
  readonly reason: 'own-picture' | 'other-paintings' | 'no-such-layer' | 'no-weight' | 'network-missing';
}

export interface RestorePlan {
  /** What one `settings:change` takes over from the file; empty where the room has it all already. */
  readonly patch: SettingsPatch;
  /** What it leaves out, and what is needed before a run can start with it. */
  readonly notes: readonly RestoreNote[];
}

/** What the file meets in the room. */
export interface RestoreTarget {
  readonly settings: Settings;
  readonly styles: readonly Picture[];
  readonly networks: readonly NetworkStatus[];
}

/**
 * How the settings of a result become those of a room: everything that means the same here. A network that is not on the
 * server is chosen all the same, since it can be fetched; a picture to start from and shares of other paintings cannot.
 */
export function planRestore(making: Making, { settings, styles, networks }: RestoreTarget): RestorePlan {
  const restored: SettingsPatch = { ...settingsToRestore(making) };
  const notes: RestoreNote[] = [];
  const leave = (field: Field, reason: RestoreNote['reason']) => {
    delete restored[field];
    notes.push({ field, reason });
  };

  const { network, contentWeight, styleWeight } = making.settings;
  if (networks.find(({ id }) => id === network)?.state.kind !== 'ready') {
    notes.push({ field: 'network', reason: 'network-missing' });
  }
  const { taps } = networkTaps[network];
  for (const field of ['contentLayers', 'styleLayers'] as const) {
    if (Object.keys(making.settings[field]).some((tap) => !taps.includes(tap))) leave(field, 'no-such-layer');
  }
  if (contentWeight === 0 && styleWeight === 0) {
    leave('contentWeight', 'no-weight');
    leave('styleWeight', 'no-weight');
  }
  if (making.settings.initialisation === 'image') leave('initialisation', 'own-picture');
  const blend = blendFor(making.settings.styleBlend, styles);
  if (blend) restored.styleBlend = blend;
  else if (isUneven(making.settings.styleBlend)) leave('styleBlend', 'other-paintings');

  const changed = (Object.keys(restored) as Field[]).filter((field) =>
    field === 'styleBlend'
      ? Object.entries(blend ?? {}).some(([id, share]) => share !== shareOf(settings.styleBlend, id))
      : !isSame(restored[field], settings[field]),
  );
  return { patch: pick(restored, changed), notes };
}

/** The shares of the file's paintings for as many of the room, in their order; `null` where they do not fit. */
function blendFor(shares: readonly number[], styles: readonly Picture[]): Settings['styleBlend'] | null {
  if (shares.length !== styles.length || !shares.some((share) => share > 0)) return null;
  const blend = Object.fromEntries(styles.map(({ imageId }, index) => [imageId, shares[index]]));
  return settingsSchema.shape.styleBlend.safeParse(blend).data ?? null;
}

/** A painting that is not named counts 1. */
function shareOf(blend: Readonly<Record<string, number>>, id: string): number {
  return blend[id] ?? 1;
}

function isUneven(shares: readonly number[]): boolean {
  return shares.some((share) => share !== shares[0]);
}

/**
 * Where the network or the form changes, the server puts weights and layers that are not named to those of the new one; so
 * these are named then, also where they stay.
 */
function pick(restored: SettingsPatch, changed: readonly Field[]): SettingsPatch {
  const resets = changed.includes('network') || changed.includes('form');
  const named: readonly Field[] = resets
    ? ['contentWeight', 'styleWeight', 'tvWeight', 'contentLayers', 'styleLayers']
    : [];
  const fields = (Object.keys(restored) as Field[]).filter(
    (field) => changed.includes(field) || named.includes(field),
  );
  return Object.fromEntries(fields.map((field) => [field, restored[field]])) as SettingsPatch;
}
