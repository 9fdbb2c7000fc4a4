'use client';

import { useTranslation } from 'react-i18next';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { pictureUrl } from '../../_lib/urls';

const SIDE_PX = 160;

/** What goes into the network: the photograph where there is one, else the word. */
export function EntryPicture({ className }: { readonly className: string }) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const picture = useRoom(({ room }) => room?.setup.content ?? null);
  if (!picture) return <span className="text-[0.6875rem] text-muted">{t('layers.picture')}</span>;
  return <img src={pictureUrl(roomId, picture, SIDE_PX)} alt={t('layers.picture')} className={className} />;
}
