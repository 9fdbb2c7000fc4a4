'use client';

import { useTranslation } from 'react-i18next';
import { useRoom } from '../_lib/studio-context';

/** One slim line while there is no connection. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const connection = useRoom((state) => state.connection);
  const watching = useRoom((state) => state.session?.role === 'viewer');
  if (connection !== 'online') {
    return (
      <p role="status" className="bg-accent-soft px-4 py-1.5 text-center text-[0.8125rem]">
        {t(`connection.${connection}`)}
      </p>
    );
  }
  if (!watching) return null;
  return (
    <p role="status" className="border-b border-line px-4 py-1.5 text-center text-[0.8125rem] text-muted">
      {t('room.watching')}
    </p>
  );
}
