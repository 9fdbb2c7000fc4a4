'use client';

import { useTranslation } from 'react-i18next';
import { useRoom } from '../_lib/studio-context';
import type { Theme } from '../_lib/theme';
import { useUndoKey } from './activity/use-undo';
import { PeopleButton } from './people/people-button';
import { RecoveryHint } from './people/recovery-hint';
import { ShareMenu } from './people/share-menu';
import { ProjectorButton } from './projector/projector-button';
import { RoomMenu } from './room-menu/room-menu';
import { HelpButton } from './shortcuts/help-button';
import { LanguageMenu } from './ui/language-menu';
import { ThemeMenu } from './ui/theme-menu';
import { Wordmark } from './ui/wordmark';

interface TopBarProps {
  readonly title: string;
  readonly theme: Theme;
  /** Whether the page is without it for now; what was dismissed in it stays so. */
  readonly hidden?: boolean;
  /** Whether the page can be arranged for a hall. */
  readonly projects?: boolean;
}

/** The room's name, its people, and what concerns the page as a whole. */
export function TopBar({ title, theme, hidden = false, projects = false }: TopBarProps) {
  const { t } = useTranslation();
  const current = useRoom((state) => state.room?.title) ?? title;
  useUndoKey();
  return (
    <div className={hidden ? 'hidden' : 'contents'}>
      <header className="flex min-h-13 shrink-0 flex-wrap items-center gap-x-3 border-b border-line bg-panel px-3 py-1 max-sm:gap-x-2 sm:px-4">
        <Wordmark compact />
        <div className="flex min-w-0 flex-1 basis-20 items-center gap-1">
          <h1 className="min-w-0 truncate font-medium tracking-tight" title={current}>
            {current || t('room.untitled')}
          </h1>
          <RoomMenu />
        </div>
        {/* The people stay open over the page until they are closed, which they could not be any more. */}
        {!hidden && <PeopleButton />}
        <ShareMenu />
        <div className="flex items-center">
          {projects && <ProjectorButton />}
          <HelpButton />
          <LanguageMenu />
          <ThemeMenu initial={theme} />
        </div>
      </header>
      <RecoveryHint />
    </div>
  );
}
