import type { TFunction } from 'i18next';
import type { ChangeOfSetting } from '../../server/protocol/activity';
import { settingsSchema } from '../../server/protocol/settings';
import { formatNumber } from './format';
import { en } from './messages/en';
import type { Field, RoomState } from './room-reducer';
import { blendShare } from './undo';

/** Where the names of pictures and networks are found. */
export type Names = Pick<RoomState, 'room' | 'networks'>;

/** Changes that are told in full; of the rest there is only the number. */
const TOLD = 3;
const offAtZero: readonly string[] = ['contentWeight', 'styleWeight', 'tvWeight', 'margin'];

/** What was changed, for people: `style 1 → 2, size 256 → 512 and 2 more`. */
export function changesText(changes: readonly ChangeOfSetting[], names: Names, t: TFunction): string {
  const texts = changes.flatMap((change) => changeTexts(change, names, t));
  const told = texts.slice(0, TOLD).join(', ');
  if (texts.length <= TOLD) return told;
  return t('activity.andMore', { changes: told, count: texts.length - TOLD });
}

function changeTexts({ field, from, to }: ChangeOfSetting, names: Names, t: TFunction): string[] {
  const name = field in settingsSchema.shape ? t(`settings.fields.${field as Field}`) : field;
  const arrow = (part: string, before: string, after: string) =>
    t('curves.change', { field: part, from: before, to: after });
  if (field === 'styleBlend') {
    return differing(from, to, blendShare).map(([id, before, after]) =>
      arrow(
        t('activity.shareOf', { name: imageName(id, names, t) }),
        formatNumber(before),
        formatNumber(after),
      ),
    );
  }
  if (field === 'contentLayers' || field === 'styleLayers') {
    const weight = (value: number) => (value === 0 ? t('settings.off') : formatNumber(value));
    return differing(from, to, layerWeight).map(([layer, before, after]) =>
      arrow(`${name} ${layer}`, weight(before), weight(after)),
    );
  }
  return [arrow(name, valueText(field, from, names, t), valueText(field, to, names, t))];
}

/** What differs between two records, in the order of their keys, as read by `valueOf`. */
function differing(
  from: unknown,
  to: unknown,
  valueOf: (record: unknown, key: string) => number,
): (readonly [key: string, before: number, after: number])[] {
  const keys = new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})]);
  return [...keys]
    .map((key) => [key, valueOf(from, key), valueOf(to, key)] as const)
    .filter(([, before, after]) => before !== after);
}

const layerWeight = (layers: unknown, layer: string): number =>
  (layers as Record<string, number> | null)?.[layer] ?? 0;

function valueText(field: string, value: unknown, names: Names, t: TFunction): string {
  if (value === null) return t('activity.nothing');
  if (field === 'initialImage') return imageName(String(value), names, t);
  if (field === 'network') return names.networks.find(({ id }) => id === value)?.name ?? String(value);
  if (typeof value === 'boolean') return t(`settings.choices.${value ? 'averaged' : 'last'}`);
  if (typeof value !== 'number') return isChoice(value) ? t(`settings.choices.${value}`) : String(value);
  if (value === 0 && offAtZero.includes(field)) return t('settings.off');
  if (field === 'tolerance') {
    return value === 0 ? t('settings.never') : t('settings.percent', { percent: formatNumber(value * 100) });
  }
  return formatNumber(value);
}

const isChoice = (value: unknown): value is keyof typeof en.settings.choices =>
  typeof value === 'string' && value in en.settings.choices;

/** The name of a picture of the room. */
export function imageName(id: string, { room }: Names, t: TFunction): string {
  return room?.images.find((image) => image.id === id)?.name ?? t('activity.aPicture');
}
