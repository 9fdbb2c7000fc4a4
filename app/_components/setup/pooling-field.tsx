'use client';

import { useTranslation } from 'react-i18next';
import { mayEdit, settingOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Field } from './field';
import { Presets } from './presets';

const values = ['average', 'max'] as const;

export function PoolingField() {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const pooling = useRoom((state) => settingOf(state, 'pooling'));
  const editor = useRoom(mayEdit);
  if (!pooling) return null;
  const label = t('settings.pooling.label');
  return (
    <Field field="pooling" label={label} hint={t('settings.pooling.hint')}>
      <Presets
        label={label}
        values={values}
        value={pooling}
        name={(value) => t(`settings.pooling.${value}`)}
        disabled={!editor}
        onChoose={(next) => settings.change({ pooling: next })}
      />
    </Field>
  );
}
