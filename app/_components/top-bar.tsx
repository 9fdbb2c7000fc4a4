'use client';

import { useTranslation } from 'react-i18next';
import { useRoom } from '../_lib/studio-context';
import type { Theme } from '../_lib/theme';
import { useUndoKey } from './activity/use-undo';
import { PeopleButton } from './people/people-button';
import { RecoveryHint } from './people/recovery-hint';
import { ShareMenu } from './people/share-menu';
import { RoomMenu } from './room-menu/room-menu';
import { LanguageMenu } from './ui/language-menu';
import { ThemeMenu } from './ui/theme-menu';
import { Wordmark } from './ui/wordmark';

interface TopBarProps {
  readonly title: string;
  readonly theme: Theme;
}

export function TopBar({ title, theme }: TopBarProps) {
  const { t } = useTranslation();
  const current = useRoom((state) => state.room?.title) ?? title;
  useUndoKey();
  return (
    <>
      <header className="flex min-h-13 shrink-0 flex-wrap items-center gap-x-3 border-b border-line bg-panel px-3 py-1 max-sm:gap-x-2 sm:px-4">
        <Wordmark compact />
        <div className="flex min-w-0 flex-1 basis-20 items-center gap-1">
          <h1 className="min-w-0 truncate font-medium tracking-tight" title={current}>
            {current || t('room.untitled')}
          </h1>
          <RoomMenu />
        </div>
        <PeopleButton />
        <ShareMenu />
        <LanguageMenu />
        <ThemeMenu initial={theme} />
      </header>
      <RecoveryHint />
    </>
  );
}
