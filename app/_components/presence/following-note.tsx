'use client';

import { useTranslation } from 'react-i18next';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Button } from '../ui/button';

/** Says, on the stage, whose moments this page goes along with. */
export function FollowingNote() {
  const { t } = useTranslation();
  const { store } = useStudio();
  const followed = useRoom((state) => state.room?.members.find(({ id }) => id === state.following));
  if (!followed) return null;
  return (
    <p
      role="status"
      className="pointer-events-auto flex max-w-full items-center gap-2 rounded-md bg-panel/90 py-1 pr-1 pl-3 text-[0.8125rem] shadow-lg backdrop-blur-sm"
      style={{ borderLeft: `3px solid ${followed.colour}` }}
    >
      <span className="min-w-0 truncate">{t('presence.following', { name: followed.name })}</span>
      <Button size="small" onClick={() => store.dispatch({ type: 'follow', memberId: null })}>
        {t('presence.stop')}
      </Button>
    </p>
  );
}
