'use client';

import { useTranslation } from 'react-i18next';
import { defaultSettings } from '../../../server/protocol/settings';
import { formatWeight } from '../../_lib/format';
import { mayEdit, settingOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { positionToWeight, WEIGHT_POSITIONS, weightToPosition } from '../../_lib/weight-scale';
import { TrackSlider } from '../ui/track-slider';
import { Field, hintId } from './field';
import { NumberBox } from './number-box';

export type WeightName = 'contentWeight' | 'styleWeight' | 'tvWeight';

interface WeightFieldProps {
  readonly field: WeightName;
}

/** A weight: a logarithmic slider whose left end is "off", and the number to type. */
export function WeightField({ field }: WeightFieldProps) {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const value = useRoom((state) => settingOf(state, field)) ?? 0;
  const editor = useRoom(mayEdit);
  const invalid = useRoom((state) => state.fieldProblems[field] !== undefined);
  const label = t(`settings.${field}.label`);
  const valueText = value === 0 ? t('settings.off') : formatWeight(value);
  const network = useRoom((state) => settingOf(state, 'network')) ?? 'vgg19';
  const fallback = defaultSettings(network)[field];
  return (
    <Field
      field={field}
      label={label}
      hint={t(`settings.${field}.hint`)}
      aside={
        <NumberBox
          label={t('settings.typed', { label })}
          value={value}
          format={(number) => (number === 0 ? t('settings.off') : formatWeight(number))}
          disabled={!editor}
          invalid={invalid}
          describedBy={hintId(field)}
          onCommit={(next) => settings.change({ [field]: next })}
        />
      }
    >
      <div
        title={t('settings.reset', { value: formatWeight(fallback) })}
        onDoubleClick={() => editor && settings.change({ [field]: fallback })}
      >
        <TrackSlider
          label={label}
          valueText={valueText}
          min={0}
          max={WEIGHT_POSITIONS}
          step={1}
          value={weightToPosition(value)}
          mark={weightToPosition(fallback)}
          disabled={!editor}
          onChange={(position, held) => settings.change({ [field]: positionToWeight(position) }, { held })}
          onRelease={() => settings.release(field)}
        />
      </div>
    </Field>
  );
}
