import type { TFunction } from 'i18next';
import { formatList, formatNumber } from './format';
import type { Field } from './room-reducer';
import { imageName, settingText, type Names } from './setting-words';

/** The whole value of a setting in words: of layers and of the blend, each one with its share. */
export function settingValue(field: Field, value: unknown, names: Names, t: TFunction): string {
  if (field === 'contentLayers' || field === 'styleLayers') return sharesText(value, (layer) => layer, t);
  if (field === 'styleBlend') {
    return sharesText(value, (id) => imageName(id, names, t), t) || t('runPage.settings.evenBlend');
  }
  return settingText(field, value, names, t);
}

function sharesText(value: unknown, name: (key: string) => string, t: TFunction): string {
  return formatList(
    Object.entries(value as Readonly<Record<string, number>>).map(
      ([key, share]) => `${name(key)} × ${formatNumber(share)}`,
    ),
    t,
  );
}
