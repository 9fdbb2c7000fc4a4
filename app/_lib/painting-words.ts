import type { TFunction } from 'i18next';
import type { Painting } from '../../server/protocol/share';
import { formatNumber } from './format';
import type { Field } from './room-reducer';
import { settingValue } from './setting-value';
import { settingsTable } from './settings-table';

/** A line of what may be said of how a picture was painted. */
export interface PaintingLine {
  readonly name: string;
  readonly value: string;
}

/** What the sentence and the weights say already, and what says nothing without the pictures. */
const elsewhere: readonly Field[] = [
  'contentWeight',
  'styleWeight',
  'tvWeight',
  'iterations',
  'network',
  'size',
  'styleBlend',
  'initialImage',
];

/** How a picture was painted, in one sentence. */
export function paintingSentence({ settings, styles, iteration }: Painting, t: TFunction): string {
  return t('gallery.sentence', {
    count: styles,
    network: t(`gallery.network.${settings.network}`),
    iterations: iteration,
  });
}

/** Its weights, and whatever was not as in every new room. */
export function paintingLines({ settings }: Painting, t: TFunction): PaintingLine[] {
  const balance = {
    name: t('gallery.balance'),
    value: t('gallery.weights', {
      content: formatNumber(settings.contentWeight),
      style: formatNumber(settings.styleWeight),
      tv: formatNumber(settings.tvWeight),
    }),
  };
  const table = settingsTable({ ...settings, styleBlend: {}, initialImage: null });
  const other = table
    .filter(({ field, differs }) => differs && !elsewhere.includes(field))
    .map(({ field, value }) => ({
      name: t(`settings.fields.${field}`),
      // No picture and no network is named in what is left.
      value: settingValue(field, value, { images: [], networks: [] }, t),
    }));
  return [balance, ...other];
}
