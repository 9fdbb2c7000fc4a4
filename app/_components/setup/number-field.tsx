'use client';

import { useTranslation } from 'react-i18next';
import { settingsSchema } from '../../../server/protocol/settings';
import { mayChangeSettings, settingOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Choices } from './choices';
import { Field, hintId } from './field';
import { NumberBox } from './number-box';

interface NumberFieldProps {
  readonly field:
    'iterations' | 'size' | 'seed' | 'styleScale' | 'smallestScale' | 'margin' | 'learningRate' | 'tolerance';
  readonly presets?: readonly number[];
  /** What the setting is multiplied by to be shown: 100 for per cent. */
  readonly unit?: number;
  /** How a preset is called, from its number as it is shown. */
  readonly name?: (shown: number) => string;
  /** How far an arrow key goes in the box. */
  readonly step?: number;
  /** Why it has no effect now. */
  readonly obstacle?: string;
}

const DIGITS = 6;

export function NumberField({ field, presets, unit = 1, name = String, step, obstacle }: NumberFieldProps) {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const value = useRoom((state) => settingOf(state, field)) ?? 0;
  const editor = useRoom(mayChangeSettings);
  const invalid = useRoom((state) => state.fieldProblems[field] !== undefined);
  const label = t(`settings.${field}.label`);
  const disabled = !editor || obstacle !== undefined;
  const shown = (number: number) => Number((number * unit).toPrecision(DIGITS));
  return (
    <Field
      field={field}
      label={label}
      hint={t(`settings.${field}.hint`)}
      obstacle={obstacle}
      aside={
        <NumberBox
          label={label}
          value={unit === 1 ? value : shown(value)}
          disabled={disabled}
          invalid={invalid}
          describedBy={hintId(field)}
          className="w-20"
          step={
            step === undefined ? undefined : (number, direction) => stepped(field, number, step * direction)
          }
          onCommit={(next) =>
            settings.change({ [field]: unit === 1 ? next : Number((next / unit).toPrecision(DIGITS)) })
          }
        />
      }
    >
      {presets && (
        <Choices
          label={label}
          values={presets}
          value={value}
          name={(one) => name(shown(one))}
          disabled={disabled}
          onChoose={(next) => settings.change({ [field]: next })}
        />
      )}
    </Field>
  );
}

/** As far as the schema allows: a step beyond its end stays where it is. */
function stepped(field: keyof typeof settingsSchema.shape, value: number, by: number): number {
  const next = Number((value + by).toPrecision(DIGITS));
  return settingsSchema.shape[field].safeParse(next).success ? next : value;
}
