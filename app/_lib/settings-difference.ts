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
const unnamed: Readonly<Partial<Record<string, number>>> = {
  contentLayers: 0,
  styleLayers: 0,
  styleBlend: 1,
};

/** A layer, or a picture of a blend, with what it counts before and after. */
export interface PartDifference {
  readonly part: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Of layers and of blends, the parts that differ, in the order in which they are named; `null` for a setting that has none.
 * @param from and `to`: values of that setting; `null` names no part
 */
export function differentParts(field: string, from: unknown, to: unknown): PartDifference[] | null {
  const absent = unnamed[field];
  if (absent === undefined) return null;
  const [before, after] = [from ?? {}, to ?? {}] as [Record<string, number>, Record<string, number>];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((part) => ({ part, from: before[part] ?? absent, to: after[part] ?? absent }))
    .filter((one) => one.from !== one.to);
}

/** Everything in which `to` differs from `from`; layers and blends are told part by part. */
export function settingsDifference(from: Settings, to: Settings): Difference[] {
  return fields.flatMap((field): Difference[] => {
    const parts = differentParts(field, from[field], to[field]);
    if (parts) return parts.map((one) => ({ field, ...one })).sort((a, b) => (a.part < b.part ? -1 : 1));
    return from[field] === to[field] ? [] : [{ field, part: null, from: from[field], to: to[field] }];
  });
}
