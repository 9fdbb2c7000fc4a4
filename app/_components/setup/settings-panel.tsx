'use client';

import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../_lib/studio-context';
import { later } from '../ui/later';
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

export function SettingsPanel() {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col divide-y divide-line">
      <LockNotice />
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
        <NumberField field="iterations" />
        <NumberField field="size" presets={sizes} />
        <NetworkField />
      </Group>
      <Collapsible.Root className="p-4">
        <Collapsible.Trigger className="group flex w-full items-center gap-1.5 rounded-md text-left font-medium">
          <ChevronRight
            aria-hidden
            className="size-4 text-muted transition-transform group-data-panel-open:rotate-90"
          />
          {t('settings.advanced')}
        </Collapsible.Trigger>
        <Collapsible.Panel className="flex flex-col gap-5 pt-4">
          <AdvancedFields />
        </Collapsible.Panel>
      </Collapsible.Root>
    </div>
  );
}

/** Says that only owners change settings now, and to everybody else why the controls do not move. */
function LockNotice() {
  const { t } = useTranslation();
  const locked = useRoom((state) => state.room?.settingsLocked);
  const role = useRoom((state) => state.session?.role);
  return (
    <div role="status" className="empty:hidden">
      {locked && role !== 'viewer' && (
        <p className="flex gap-2.5 bg-accent-soft p-4 text-[0.8125rem]">
          <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
          {t(role === 'owner' ? 'roomMenu.lockedForOthers' : 'roomMenu.lockedText')}
        </p>
      )}
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-5 p-4">
      <h2 className="sr-only">{title}</h2>
      {children}
    </section>
  );
}
