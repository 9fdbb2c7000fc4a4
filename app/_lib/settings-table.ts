import {
  defaultSettings,
  defaultWeights,
  settingsSchema,
  type Settings,
} from '../../server/protocol/settings';
import type { Field } from './room-reducer';
import { isSame } from './settings-match';

export interface SettingsRow {
  readonly field: Field;
  readonly value: unknown;
  /** What a new room has there. */
  readonly usual: unknown;
  readonly differs: boolean;
}

/** All settings of a run beside those of a new room with the same network; weights beside those of the same form of losses. */
export function settingsTable(settings: Settings): SettingsRow[] {
  const { network, form } = settings;
  const usual: Settings = { ...defaultSettings(network), ...defaultWeights(network, form) };
  return (Object.keys(settingsSchema.shape) as Field[]).map((field) => ({
    field,
    value: settings[field],
    usual: usual[field],
    differs: field === 'styleBlend' ? isUneven(settings.styleBlend) : !isSame(settings[field], usual[field]),
  }));
}

/** A painting that is not named counts 1. */
function isUneven(blend: Settings['styleBlend']): boolean {
  return Object.values(blend).some((share) => share !== 1);
}
