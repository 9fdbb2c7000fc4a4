'use client';

import { useTranslation } from 'react-i18next';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { shareLink } from '../../_lib/urls';

/** The link by which the hall watches along on its own screens. Only this one: who sees a wall may not change the room. */
export function ProjectorLink() {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const session = useRoom((state) => state.session);
  if (!session) return null;
  const link = shareLink(roomId, session.keys.watch, location.origin, session.origins);
  return (
    <section aria-label={t('projector.join')} className="flex flex-col gap-[0.3em]">
      <h2 className="text-[0.8em] text-muted">{t('projector.join')}</h2>
      <p data-testid="projector-link" className="font-mono text-[0.8em] leading-tight break-all select-all">
        {link}
      </p>
    </section>
  );
}
