import type { Run } from '../../server/protocol/runs';
import { settingsSchema, type Settings } from '../../server/protocol/settings';
import type { Field } from './room-reducer';

/** One thing in which settings differ. */
export interface Difference {
  readonly field: Field;
  /** The layer, or the id of the picture of a blend, that it is about; `null` for the field as a whole. */
  readonly part: string | null;
  readonly from: unknown;
  readonly to: unknown;
}

/** In the order in which the settings are defined: what weighs most comes first. */
const fields = Object.keys(settingsSchema.shape) as Field[];

/** What a part that is not named counts: a layer that is not read has no weight, a painting has its full share. */
const unnamed: Readonly<Partial<Record<Field, number>>> = { contentLayers: 0, styleLayers: 0, styleBlend: 1 };

/** Everything in which `to` differs from `from`; layers and blends are told part by part. */
export function settingsDifference(from: Settings, to: Settings): Difference[] {
  return fields.flatMap((field): Difference[] => {
    const absent = unnamed[field];
    const [before, after] = [from[field], to[field]];
    if (absent === undefined) return before === after ? [] : [{ field, part: null, from: before, to: after }];
    const [old, next] = [before, after] as [Record<string, number>, Record<string, number>];
    return [...new Set([...Object.keys(old), ...Object.keys(next)])]
      .sort()
      .map((part) => ({ field, part, from: old[part] ?? absent, to: next[part] ?? absent }))
      .filter((one) => one.from !== one.to);
  });
}

/**
 * The settings that a run had when it made this iterate: what was steered later is taken back. Of a run that was steered more
 * often than it keeps marks of, the earliest changes remain.
 */
export function settingsAt(
  { settings, marks }: Pick<Run, 'settings' | 'marks'>,
  iteration: number,
): Settings {
  const back: Record<string, unknown> = {};
  // Not in the order of the marks: a long gesture stands behind what others did meanwhile. Of marks at one iteration, as
  // in a pause, the first is taken back last.
  const later = marks
    .filter((mark) => mark.iteration >= iteration)
    .reverse()
    .sort((a, b) => b.iteration - a.iteration);
  for (const { field, from } of later.flatMap(({ changes }) => changes)) {
    // A mark may name a setting that there is no more.
    if (field in settings) back[field] = from;
  }
  // Or a value that a setting cannot have any more.
  const parsed = settingsSchema.safeParse({ ...settings, ...back });
  return parsed.success ? parsed.data : settings;
}
