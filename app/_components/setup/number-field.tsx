'use client';

import { useTranslation } from 'react-i18next';
import { mayEdit, settingOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Field, hintId } from './field';
import { NumberBox } from './number-box';
import { Presets } from './presets';

interface NumberFieldProps {
  readonly field: 'iterations' | 'size' | 'seed';
  readonly presets?: readonly number[];
}

export function NumberField({ field, presets }: NumberFieldProps) {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const value = useRoom((state) => settingOf(state, field)) ?? 0;
  const editor = useRoom(mayEdit);
  const invalid = useRoom((state) => state.fieldProblems[field] !== undefined);
  const label = t(`settings.${field}.label`);
  return (
    <Field
      field={field}
      label={label}
      hint={t(`settings.${field}.hint`)}
      aside={
        <NumberBox
          label={label}
          value={value}
          disabled={!editor}
          invalid={invalid}
          describedBy={hintId(field)}
          className="w-20"
          onCommit={(next) => settings.change({ [field]: next })}
        />
      }
    >
      {presets && (
        <Presets
          label={label}
          values={presets}
          value={value}
          disabled={!editor}
          onChoose={(next) => settings.change({ [field]: next })}
        />
      )}
    </Field>
  );
}
