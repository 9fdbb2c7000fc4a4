'use client';

import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActivityList } from '../activity/activity-list';
import { MessagePanel } from '../messages/message-panel';
import { BanList } from './ban-list';
import { MemberList } from './member-list';
import { useUnseen } from './use-unseen';

/** Who is in the room, what they did, and what they say. */
export function PeoplePanel() {
  const { t } = useTranslation();
  const unseen = useUnseen();
  return (
    <Tabs.Root defaultValue="members" className="flex min-h-0 flex-col gap-3">
      <Tabs.List
        aria-label={t('people.panel')}
        className="flex shrink-0 gap-0.5 rounded-lg bg-ground p-0.5 ring-1 ring-line ring-inset"
      >
        <Tab value="members">{t('people.members')}</Tab>
        <Tab value="activity">{t('activity.title')}</Tab>
        <Tab value="messages" label={unseen > 0 ? t('messages.titleUnseen', { count: unseen }) : undefined}>
          {t('messages.title')}
          {unseen > 0 && (
            <span
              aria-hidden
              className="min-w-4.5 rounded-full bg-accent px-1 text-center text-[0.6875rem] font-semibold text-on-accent"
            >
              {unseen}
            </span>
          )}
        </Tab>
      </Tabs.List>
      <Tabs.Panel value="members" className={panelClass}>
        <MemberList />
        <BanList />
      </Tabs.Panel>
      <Tabs.Panel value="activity" className={panelClass}>
        <ActivityList />
      </Tabs.Panel>
      <Tabs.Panel value="messages" className="flex min-h-0 flex-col outline-offset-2">
        <MessagePanel />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

const panelClass = 'flex min-h-0 flex-col gap-4 overflow-y-auto rounded-md outline-offset-2';

interface TabProps {
  readonly value: string;
  /** Where its text alone does not say it all. */
  readonly label?: string;
  readonly children: ReactNode;
}

function Tab({ value, label, children }: TabProps) {
  return (
    <Tabs.Tab
      value={value}
      aria-label={label}
      className="flex h-7 min-w-0 grow items-center justify-center gap-1.5 rounded-md px-1.5 text-[0.8125rem] text-muted hover:text-ink data-active:bg-raised data-active:font-medium data-active:text-ink data-active:shadow-sm data-active:ring-1 data-active:ring-line"
    >
      {children}
    </Tabs.Tab>
  );
}
