import type { TFunction } from 'i18next';
import type { ImageInfo, Picture } from '../../server/protocol/images';
import type { NetworkStatus } from '../../server/protocol/networks';
import { settingsSchema, type Settings } from '../../server/protocol/settings';
import { formatList, formatNumber } from './format';
import type { Field } from './room-reducer';
import type { Difference } from './settings-difference';

/** What stands behind the ids in settings. */
export interface Names {
  readonly images: readonly ImageInfo[];
  readonly networks: readonly NetworkStatus[];
}

/** A setting by its name; one that there is no more, as it was called. */
export function fieldName(field: string, t: TFunction): string {
  return isField(field) ? t(`settings.fields.${field}`) : field;
}

/** Whether there is such a setting: what is told of the past may name one that there is no more. */
export function isField(field: string): field is Field {
  return field in settingsSchema.shape;
}

/** What differs, in the words of the settings: `style`, `style layers block1_conv1`. */
export function differenceName({ field, part }: Difference, names: Names, t: TFunction): string {
  const name = fieldName(field, t);
  if (part === null) return name;
  return t('compare.part', { field: name, part: field === 'styleBlend' ? imageName(part, names, t) : part });
}

/** A value of a setting as its own control shows it. */
export function settingText(field: Difference['field'], value: unknown, names: Names, t: TFunction): string {
  switch (field) {
    case 'tolerance':
      return value === 0
        ? t('settings.never')
        : t('settings.percent', { percent: formatNumber(Number(value) * 100) });
    case 'iterateAveraging':
      return t(value === true ? 'settings.choices.averaged' : 'settings.choices.last');
    case 'initialImage':
      return typeof value === 'string' ? imageName(value, names, t) : t('compare.none');
    case 'network':
      return names.networks.find(({ id }) => id === value)?.name ?? String(value);
    case 'contentWeight':
    case 'styleWeight':
    case 'tvWeight':
    case 'contentLayers':
    case 'styleLayers':
    case 'styleBlend':
      return value === 0 ? t('settings.off') : formatNumber(Number(value));
    case 'pooling':
    case 'padding':
    case 'form':
    case 'optimiser':
    case 'initialisation':
    case 'scaleFactor':
    case 'colour':
      // What an earlier version could be set to is shown as it is.
      return t(`settings.choices.${value as Settings[typeof field]}`, { defaultValue: String(value) });
    case 'iterations':
    case 'size':
    case 'margin':
    case 'styleScale':
    case 'learningRate':
    case 'smallestScale':
    case 'seed':
      return formatNumber(Number(value));
  }
}

/** The pictures of a run, by their names. */
export function picturesText(pictures: readonly Picture[], names: Names, t: TFunction): string {
  return formatList(
    pictures.map(({ imageId, crop }) => {
      const name = imageName(imageId, names, t);
      return crop ? t('compare.cropped', { name }) : name;
    }),
    t,
  );
}

/** The name of a picture of the room. */
export function imageName(id: string, { images }: Names, t: TFunction): string {
  return images.find((image) => image.id === id)?.name ?? t('compare.unknownPicture');
}
