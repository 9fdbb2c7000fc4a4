'use client';

import type { ReactNode } from 'react';
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

/** What most pictures never need to have changed, in the order in which a run comes to it. */
export function AdvancedFields() {
  const { t } = useTranslation();
  const adam = useRoom((state) => settingOf(state, 'optimiser') === 'adam');
  const oneScale = useRoom((state) => settingOf(state, 'scaleFactor') === 'off');
  const ofAdam = adam ? undefined : t('settings.onlyAdam');
  return (
    <>
      <Part title={t('settings.parts.start')}>
        <InitialisationField />
        <NumberField field="seed" step={1} />
      </Part>
      <Part title={t('settings.parts.scales')}>
        <ChoiceField field="scaleFactor" />
        <NumberField
          field="smallestScale"
          presets={smallestScales}
          step={32}
          obstacle={oneScale ? t('settings.smallestScale.oneScale') : undefined}
        />
        <NumberField field="styleScale" presets={styleScales} step={0.25} />
      </Part>
      <Part title={t('settings.parts.optimiser')}>
        <ChoiceField field="optimiser" />
        <NumberField field="learningRate" step={0.005} obstacle={ofAdam} />
        <AveragingField obstacle={ofAdam} />
        <NumberField
          field="tolerance"
          presets={tolerances}
          unit={100}
          name={(percent) => (percent === 0 ? t('settings.never') : t('settings.percent', { percent }))}
        />
      </Part>
      <Part title={t('settings.parts.reading')}>
        <FormField />
        <ChoiceField field="pooling" />
        <ChoiceField field="padding" />
        <NumberField field="margin" presets={margins} step={1} />
        <LayersField />
      </Part>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-4">
      <h3 className="flex items-center gap-3 text-xs text-muted">
        {title}
        <span aria-hidden className="h-px grow bg-line" />
      </h3>
      {children}
    </section>
  );
}
