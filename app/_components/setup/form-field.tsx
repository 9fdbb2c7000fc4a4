'use client';

import { useTranslation } from 'react-i18next';
import { defaultWeights, objectiveFormSchema } from '../../../server/protocol/settings';
import { mayChangeSettings, settingOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Choices } from './choices';
import { Field } from './field';

/** How losses are measured. Weights mean something else in each form, so they start anew with it. */
export function FormField() {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const form = useRoom((state) => settingOf(state, 'form'));
  const network = useRoom((state) => settingOf(state, 'network'));
  const editor = useRoom(mayChangeSettings);
  if (!form || !network) return null;
  const label = t('settings.form.label');
  return (
    <Field field="form" label={label} hint={t('settings.form.hint')}>
      <Choices
        label={label}
        values={objectiveFormSchema.options}
        value={form}
        name={(one) => t(`settings.choices.${one}`)}
        disabled={!editor}
        onChoose={(next) =>
          next !== form && settings.change({ form: next, ...defaultWeights(network, next) })
        }
      />
    </Field>
  );
}
