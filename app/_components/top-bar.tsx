'use client';

import { useTranslation } from 'react-i18next';
import { useRoom } from '../_lib/studio-context';
import type { Theme } from '../_lib/theme';
import { useUndoKey } from './activity/use-undo';
import { later } from './ui/later';
import { Wordmark } from './ui/wordmark';

const PeopleButton = later(() => import('./people/people-button').then((module) => module.PeopleButton), Gap);
const RecoveryHint = later(() => import('./people/recovery-hint').then((module) => module.RecoveryHint));
const ShareMenu = later(() => import('./people/share-menu').then((module) => module.ShareMenu), Gap);
const RoomMenu = later(() => import('./room-menu/room-menu').then((module) => module.RoomMenu), Gap);
const ThemeMenu = later(() => import('./ui/theme-menu').then((module) => module.ThemeMenu), Gap);

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
      <header className="flex h-13 shrink-0 items-center gap-3 border-b border-line bg-panel px-3 max-sm:gap-2 sm:px-4">
        <Wordmark compact />
        <div className="flex min-w-0 grow items-center gap-1">
          <h1 className="min-w-0 truncate font-medium tracking-tight" title={current}>
            {current || t('room.untitled')}
          </h1>
          <RoomMenu />
        </div>
        <PeopleButton />
        <ShareMenu />
        <ThemeMenu initial={theme} />
      </header>
      <RecoveryHint />
    </>
  );
}

/** Where a button is about to be. */
function Gap() {
  return <span aria-hidden className="size-8 shrink-0" />;
}
