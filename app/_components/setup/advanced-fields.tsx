'use client';

import { useTranslation } from 'react-i18next';
import { settingOf } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { AveragingField } from './averaging-field';
import { ChoiceField } from './choice-field';
import { FormField } from './form-field';
import { InitialisationField } from './initialisation-field';
import { LayersField } from './layers-field';
import { NumberField } from './number-field';

const styleScales = [0.5, 1, 1.5, 2];
const smallestScales = [64, 128, 256];
const margins = [0, 8, 16];
const tolerances = [0, 0.001, 0.002, 0.005];

/** What most pictures never need to have changed. */
export function AdvancedFields() {
  const { t } = useTranslation();
  const adam = useRoom((state) => settingOf(state, 'optimiser') === 'adam');
  const oneScale = useRoom((state) => settingOf(state, 'scaleFactor') === 'off');
  return (
    <>
      <InitialisationField />
      <NumberField field="seed" />
      <NumberField field="styleScale" presets={styleScales} />
      <NumberField
        field="tolerance"
        presets={tolerances}
        unit={100}
        name={(percent) => (percent === 0 ? t('settings.never') : t('settings.percent', { percent }))}
      />
      <ChoiceField field="optimiser" />
      {adam && <NumberField field="learningRate" />}
      {adam && <AveragingField />}
      <ChoiceField field="scaleFactor" />
      <NumberField
        field="smallestScale"
        presets={smallestScales}
        obstacle={oneScale ? t('settings.smallestScale.oneScale') : undefined}
      />
      <ChoiceField field="pooling" />
      <ChoiceField field="padding" />
      <NumberField field="margin" presets={margins} />
      <FormField />
      <LayersField />
    </>
  );
}
