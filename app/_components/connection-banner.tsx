'use client';

import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { connectionNotice, mayRetry, type ConnectionNotice } from '../_lib/connection-notice';
import { useRoom, useStudio } from '../_lib/studio-context';
import { useSeconds } from '../_lib/use-seconds';
import { Button } from './ui/button';
import { cx } from './ui/cx';

/** One slim line while there is no connection, and for who can only watch. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const connection = useRoom((state) => state.connection);
  const entered = useRoom((state) => state.room !== null);
  const watching = useRoom((state) => state.session?.role === 'viewer');
  const seconds = useSeconds(connection !== 'online' && connection !== 'offline');
  const notice = connectionNotice(connection, entered, seconds);
  if (notice) return <ConnectionLine notice={notice} />;
  if (!watching) return null;
  return (
    <p
      role="status"
      className="flex items-center justify-center gap-2 border-b border-line px-4 py-1.5 text-[0.8125rem] text-muted"
    >
      <Eye aria-hidden className="size-4 shrink-0" />
      {t('room.watching')}
    </p>
  );
}

function ConnectionLine({ notice }: { readonly notice: ConnectionNotice }) {
  const { t } = useTranslation();
  const { connection } = useStudio();
  return (
    <div
      data-testid="connection"
      data-notice={notice}
      className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 bg-accent-soft px-4 py-1 text-[0.8125rem]"
    >
      <span
        aria-hidden
        className={cx(
          'size-2 shrink-0 rounded-full',
          notice === 'gone' || notice === 'offline' ? 'bg-danger' : 'animate-pulse bg-accent',
        )}
      />
      <p role="status" className="min-w-0 py-1 max-sm:flex-1">
        {t(`connection.${notice}`)}
      </p>
      {mayRetry(notice) && (
        <Button size="small" className="h-7!" onClick={() => connection.retry()}>
          {t('connection.retry')}
        </Button>
      )}
    </div>
  );
}
