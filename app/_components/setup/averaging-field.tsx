'use client';

import { useTranslation } from 'react-i18next';
import { mayChangeSettings, settingOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Choices } from './choices';
import { Field } from './field';

const values = ['last', 'averaged'] as const;

/** Whether Adam's latest iterate is shown, or the running average of them. @param obstacle why it has no effect now */
export function AveragingField({ obstacle }: { readonly obstacle?: string }) {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const averaging = useRoom((state) => settingOf(state, 'iterateAveraging')) ?? false;
  const editor = useRoom(mayChangeSettings);
  const label = t('settings.iterateAveraging.label');
  return (
    <Field
      field="iterateAveraging"
      label={label}
      hint={t('settings.iterateAveraging.hint')}
      obstacle={obstacle}
    >
      <Choices
        label={label}
        values={values}
        value={averaging ? 'averaged' : 'last'}
        name={(one) => t(`settings.choices.${one}`)}
        disabled={!editor || obstacle !== undefined}
        onChoose={(next) => settings.change({ iterateAveraging: next === 'averaged' })}
      />
    </Field>
  );
}
