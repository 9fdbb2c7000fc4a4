'use client';

import { useTranslation } from 'react-i18next';
import { roomName } from '../_lib/room-name';
import { useRoom } from '../_lib/studio-context';
import type { Theme } from '../_lib/theme';
import { later } from './ui/later';
import { Wordmark } from './ui/wordmark';

const PeopleButton = later(() => import('./people/people-button').then((module) => module.PeopleButton), Gap);
const RecoveryHint = later(() => import('./people/recovery-hint').then((module) => module.RecoveryHint));
const ShareMenu = later(() => import('./people/share-menu').then((module) => module.ShareMenu), Gap);
const RoomMenu = later(() => import('./room-menu/room-menu').then((module) => module.RoomMenu), Gap);
const ProjectorButton = later(
  () => import('./projector/projector-button').then((module) => module.ProjectorButton),
  Gap,
);
const HelpButton = later(() => import('./shortcuts/help-button').then((module) => module.HelpButton), Gap);
const MoreMenu = later(() => import('./shortcuts/more-menu').then((module) => module.MoreMenu));
const LanguageMenu = later(() => import('./ui/language-menu').then((module) => module.LanguageMenu), Gap);
const ThemeMenu = later(() => import('./ui/theme-menu').then((module) => module.ThemeMenu), Gap);

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
  const name = roomName(useRoom((state) => state.room?.title) ?? title, t);
  return (
    <div className={hidden ? 'hidden' : 'contents'}>
      <header className="flex min-h-13 shrink-0 flex-wrap items-center gap-x-3 border-b border-line bg-panel px-3 py-1 max-sm:gap-x-2 sm:px-4">
        <Wordmark compact />
        <div className="flex min-w-0 flex-1 basis-20 items-center gap-1">
          <h1 className="min-w-0 truncate font-medium tracking-tight" title={name}>
            {name}
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
          <MoreMenu projects={projects} />
        </div>
      </header>
      <RecoveryHint />
    </div>
  );
}

/** Where a button is about to be. */
function Gap() {
  return <span aria-hidden className="size-8 shrink-0" />;
}
