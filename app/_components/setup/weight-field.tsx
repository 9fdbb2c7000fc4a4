'use client';

import { useTranslation } from 'react-i18next';
import { defaultWeights } from '../../../server/protocol/settings';
import { formatNumber } from '../../_lib/format';
import { mayChangeSettings, settingOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import {
  nextWeight,
  positionToWeight,
  weightPositions,
  weightRange,
  weightToPosition,
  type WeightName,
} from '../../_lib/weight-scale';
import { TrackSlider } from '../ui/track-slider';
import { Field, hintId } from './field';
import { NumberBox } from './number-box';
import { ResetButton } from './reset-button';
import { TermShares } from './term-shares';

const kinds = { contentWeight: 'content', styleWeight: 'style', tvWeight: 'tv' } as const;

interface WeightFieldProps {
  readonly field: WeightName;
}

/** A weight: a logarithmic slider whose left end is "off", the number to type, and what comes of it. */
export function WeightField({ field }: WeightFieldProps) {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const value = useRoom((state) => settingOf(state, field)) ?? 0;
  const editor = useRoom(mayChangeSettings);
  const invalid = useRoom((state) => state.fieldProblems[field] !== undefined);
  const network = useRoom((state) => settingOf(state, 'network')) ?? 'vgg19';
  const form = useRoom((state) => settingOf(state, 'form')) ?? 'relative';
  const label = t(`settings.${field}.label`);
  const shown = (weight: number) => (weight === 0 ? t('settings.off') : formatNumber(weight));
  const fallback = defaultWeights(network, form)[field];
  const range = weightRange(field, form);
  const reset = () => settings.change({ [field]: fallback });
  return (
    <Field
      field={field}
      label={label}
      hint={t(`settings.${field}.hint`)}
      aside={
        <>
          <TermShares kind={kinds[field]} />
          {/* Its place is kept, so that the shares stay below each other. */}
          <span className="flex size-6 pointer-coarse:size-8">
            {editor && value !== fallback && (
              <ResetButton label={label} value={shown(fallback)} onReset={reset} />
            )}
          </span>
          <NumberBox
            label={t('settings.typed', { label })}
            value={value}
            format={shown}
            step={(weight, direction) => nextWeight(weight, direction, range)}
            disabled={!editor}
            invalid={invalid}
            describedBy={hintId(field)}
            onCommit={(next) => settings.change({ [field]: next })}
          />
        </>
      }
    >
      <TrackSlider
        label={label}
        valueText={shown(value)}
        resetText={t('settings.reset', { value: shown(fallback) })}
        min={0}
        max={weightPositions(range)}
        step={1}
        value={weightToPosition(value, range)}
        mark={weightToPosition(fallback, range)}
        disabled={!editor}
        onChange={(position, held) =>
          settings.change({ [field]: positionToWeight(position, range) }, { held })
        }
        onRelease={() => settings.release(field)}
        onReset={reset}
      />
    </Field>
  );
}
