'use client';

import { useTranslation } from 'react-i18next';
import { useRoom } from '../_lib/studio-context';
import type { Theme } from '../_lib/theme';
import { PeopleButton } from './people/people-button';
import { ShareMenu } from './people/share-menu';
import { ThemeMenu } from './ui/theme-menu';
import { Wordmark } from './ui/wordmark';

interface TopBarProps {
  readonly title: string;
  readonly theme: Theme;
}

export function TopBar({ title, theme }: TopBarProps) {
  const { t } = useTranslation();
  const current = useRoom((state) => state.room?.title) ?? title;
  return (
    <header className="flex h-13 shrink-0 items-center gap-3 border-b border-line bg-panel px-3 sm:px-4">
      <Wordmark compact />
      <h1 className="min-w-0 grow truncate font-medium tracking-tight">{current || t('room.untitled')}</h1>
      <PeopleButton />
      <ShareMenu />
      <ThemeMenu initial={theme} />
    </header>
  );
}
