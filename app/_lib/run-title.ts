import type { TFunction } from 'i18next';
import type { Run } from '../../server/protocol/runs';

/** What a run is called: its name, or else its number. */
export function runTitle({ name, number }: Pick<Run, 'name' | 'number'>, t: TFunction): string {
  return name ?? t('run.title', { number });
}

/** The same within a sentence, where a name stands in quotation marks. */
export function runInSentence({ name, number }: Pick<Run, 'name' | 'number'>, t: TFunction): string {
  return name === null ? t('run.inSentence', { number }) : t('run.namedInSentence', { name });
}
