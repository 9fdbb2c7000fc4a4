import type { TFunction } from 'i18next';
import type { ImageInfo } from '../../server/protocol/images';
import type { NetworkStatus } from '../../server/protocol/networks';
import type { Settings } from '../../server/protocol/settings';
import { formatNumber } from './format';
import type { Field } from './room-reducer';

/** What the ids in settings stand for. */
export interface Named {
  readonly images: readonly ImageInfo[];
  readonly networks: readonly NetworkStatus[];
}

/** The whole value of a setting in words, as its control says it; what is no value of it any more, as it is. */
export function settingValue(field: Field, value: unknown, named: Named, t: TFunction): string {
  if (typeof value === 'number') return numberValue(field, value, t);
  if (field === 'contentLayers' || field === 'styleLayers') return sharesText(value, (layer) => layer);
  if (field === 'styleBlend') {
    return sharesText(value, (id) => imageName(id, named)) || t('runPage.settings.evenBlend');
  }
  if (field === 'iterateAveraging') return t(`settings.choices.${value === true ? 'averaged' : 'last'}`);
  if (field === 'initialImage') {
    return typeof value === 'string' ? imageName(value, named) : t('runPage.settings.none');
  }
  if (field === 'network') return named.networks.find(({ id }) => id === value)?.name ?? String(value);
  return t(`settings.choices.${value as Choice}`, { defaultValue: String(value) });
}

type Choice = Settings[
  'pooling' | 'padding' | 'form' | 'optimiser' | 'initialisation' | 'scaleFactor' | 'colour'];

function numberValue(field: Field, value: number, t: TFunction): string {
  if (field === 'tolerance') {
    return value === 0 ? t('settings.never') : t('settings.percent', { percent: formatNumber(value * 100) });
  }
  const isWeight = field === 'contentWeight' || field === 'styleWeight' || field === 'tvWeight';
  return isWeight && value === 0 ? t('settings.off') : formatNumber(value);
}

function sharesText(value: unknown, name: (key: string) => string): string {
  return Object.entries(value as Readonly<Record<string, number>>)
    .map(([key, share]) => `${name(key)} × ${formatNumber(share)}`)
    .join(', ');
}

function imageName(id: string, { images }: Named): string {
  return images.find((image) => image.id === id)?.name ?? id.slice(0, 8);
}
