import { presetsOf, type PresetId } from '../../server/protocol/presets';
import type { SettingsPatch } from '../../server/protocol/settings';
import type { Field, RoomState } from './room-reducer';
import { settingOf } from './room-selectors';

/** True where every setting that the patch names has its value already, what was just set here included. */
export function holds(state: RoomState, patch: SettingsPatch): boolean {
  return (Object.keys(patch) as Field[]).every((field) => isSame(settingOf(state, field), patch[field]));
}

/** The preset whose settings are all in place; `null` where somebody has gone their own way. */
export function presetInUse(state: RoomState): PresetId | null {
  const network = settingOf(state, 'network');
  if (!network) return null;
  return presetsOf(network).find((preset) => holds(state, preset.settings))?.id ?? null;
}

/** Layers and blends are the same in whatever order they are written, and one that is off counts as absent. */
export function isSame(a: unknown, b: unknown): boolean {
  if (!isWeights(a) || !isWeights(b)) return a === b;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => (a[name] ?? 0) === (b[name] ?? 0));
}

function isWeights(value: unknown): value is Record<string, number> {
  return typeof value === 'object' && value !== null;
}
