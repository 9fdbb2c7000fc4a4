import type { TFunction } from 'i18next';

/** What a room is called: its title, or else, in the reader's language, that it has none. */
export function roomName(title: string, t: TFunction): string {
  return title || t('room.untitled');
}
