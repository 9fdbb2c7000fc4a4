'use client';

import { useTranslation } from 'react-i18next';
import { settingsSchema, type Settings } from '../../../server/protocol/settings';
import type { Field as SettingField } from '../../_lib/room-reducer';
import { mayChangeSettings, settingOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Choices } from './choices';
import { Field } from './field';

/** Settings that are one of a few words. */
const options = {
  pooling: settingsSchema.shape.pooling.options,
  padding: settingsSchema.shape.padding.options,
  optimiser: settingsSchema.shape.optimiser.options,
  // The schema does not keep the order of a word that is a number.
  scaleFactor: ['off', 'sqrt2', '2'],
  colour: settingsSchema.shape.colour.options,
} as const satisfies { readonly [F in SettingField]?: readonly Settings[F][] };

interface ChoiceFieldProps {
  readonly field: keyof typeof options;
}

/** A setting with a few values, each with a name. */
export function ChoiceField({ field }: ChoiceFieldProps) {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const value = useRoom((state) => settingOf(state, field));
  const editor = useRoom(mayChangeSettings);
  if (!value) return null;
  const label = t(`settings.${field}.label`);
  return (
    <Field field={field} label={label} hint={t(`settings.${field}.hint`)}>
      <Choices<Settings[typeof field]>
        label={label}
        values={options[field]}
        value={value}
        name={(one) => t(`settings.choices.${one}`)}
        disabled={!editor}
        onChoose={(next) => settings.change({ [field]: next })}
      />
    </Field>
  );
}
