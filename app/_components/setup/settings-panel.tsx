'use client';

import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { later } from '../ui/later';
import { AccessNotice } from './access-notice';
import { ChoiceField } from './choice-field';
import { NumberField } from './number-field';
import { PresetCards } from './preset-cards';
import { WeightField } from './weight-field';

const AdvancedFields = later(() => import('./advanced-fields').then((module) => module.AdvancedFields));
const NetworkField = later(
  () => import('./network-field').then((module) => module.NetworkField),
  () => <div className="h-16" />,
);

const sizes = [256, 384, 512, 768, 1024];
const lengths = [100, 200, 300, 500];

export function SettingsPanel() {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col divide-y divide-line">
      <AccessNotice />
      <Group title={t('settings.presets.title')}>
        <PresetCards />
      </Group>
      <Group title={t('settings.balance')}>
        <WeightField field="contentWeight" />
        <WeightField field="styleWeight" />
        <WeightField field="tvWeight" />
        <ChoiceField field="colour" />
      </Group>
      <Group title={t('settings.schedule')}>
        <NumberField field="iterations" presets={lengths} step={10} />
        <NumberField field="size" presets={sizes} step={64} />
        <NetworkField />
      </Group>
      <Collapsible.Root className="p-4">
        <Collapsible.Trigger className="group flex w-full items-center gap-1.5 rounded-md text-left font-medium">
          <ChevronRight
            aria-hidden
            className="size-4 text-muted transition-transform group-data-panel-open:rotate-90"
          />
          {t('settings.advanced')}
          <span aria-hidden className="ml-auto truncate text-xs font-normal text-muted">
            {t('settings.advancedLine')}
          </span>
        </Collapsible.Trigger>
        <Collapsible.Panel className="flex flex-col gap-6 pt-4">
          <AdvancedFields />
        </Collapsible.Panel>
      </Collapsible.Root>
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-4 p-4">
      <h2 className="sr-only">{title}</h2>
      {children}
    </section>
  );
}
