'use client';

import { Eye, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../_lib/studio-context';

/** Says why the controls do not move for whoever may not change settings, and to owners that they have locked them. */
export function AccessNotice() {
  const { t } = useTranslation();
  const locked = useRoom((state) => state.room?.settingsLocked === true);
  const role = useRoom((state) => state.session?.role);
  const watching = role === 'viewer';
  const Icon = watching ? Eye : Lock;
  return (
    <div role="status" className="empty:hidden">
      {(watching || locked) && (
        <p className="flex gap-2.5 bg-accent-soft p-4 text-[0.8125rem]">
          <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
          {watching
            ? t('settings.watching')
            : t(role === 'owner' ? 'roomMenu.lockedForOthers' : 'roomMenu.lockedText')}
        </p>
      )}
    </div>
  );
}
