import type { TFunction } from 'i18next';
import type { ChangeOfSetting } from '../../server/protocol/activity';
import { formatList, formatNumber } from './format';
import type { RoomState } from './room-reducer';
import { fieldName, isField, settingText } from './setting-words';
import { differentParts } from './settings-difference';

/** Where the names of pictures and networks are found. */
export type Names = Pick<RoomState, 'room' | 'networks'>;

/** Changes that are told in full; of the rest there is only the number. */
const TOLD = 3;

/** What was changed, for people: `style 1 → 2, size 256 → 512 and 2 more`. */
export function changesText(changes: readonly ChangeOfSetting[], names: Names, t: TFunction): string {
  const texts = changes.flatMap((change) => changeTexts(change, names, t));
  const told = formatList(texts.slice(0, TOLD), t);
  if (texts.length <= TOLD) return told;
  return t('activity.andMore', { changes: told, count: texts.length - TOLD });
}

function changeTexts({ field, from, to }: ChangeOfSetting, names: Names, t: TFunction): string[] {
  const name = fieldName(field, t);
  const arrow = (what: string, before: string, after: string) =>
    t('curves.change', { field: what, from: before, to: after });
  const parts = differentParts(field, from, to);
  if (!parts) return [arrow(name, valueText(field, from, names, t), valueText(field, to, names, t))];
  if (field === 'styleBlend') {
    return parts.map(({ part, from: before, to: after }) =>
      arrow(
        t('activity.shareOf', { name: imageName(part, names, t) }),
        formatNumber(before),
        formatNumber(after),
      ),
    );
  }
  const weight = (value: number) => (value === 0 ? t('settings.off') : formatNumber(value));
  return parts.map(({ part, from: before, to: after }) =>
    arrow(`${name} ${part}`, weight(before), weight(after)),
  );
}

function valueText(field: string, value: unknown, names: Names, t: TFunction): string {
  if (value === null) return t('activity.nothing');
  if (field === 'initialImage') return imageName(String(value), names, t);
  if (field === 'margin' && value === 0) return t('settings.off');
  if (!isField(field)) return typeof value === 'number' ? formatNumber(value) : String(value);
  return settingText(field, value, { images: names.room?.images ?? [], networks: names.networks }, t);
}

/** The name of a picture of the room. */
export function imageName(id: string, { room }: Names, t: TFunction): string {
  return room?.images.find((image) => image.id === id)?.name ?? t('activity.aPicture');
}
