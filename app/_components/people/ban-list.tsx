'use client';

import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isOwner } from '../../_lib/room-selectors';
import { useCommand, useRoom } from '../../_lib/studio-context';
import { Button } from '../ui/button';

/** Whom no link lets in, for owners. */
export function BanList() {
  const { t } = useTranslation();
  const owner = useRoom(isOwner);
  const bans = useRoom((state) => state.room?.bans);
  const command = useCommand();
  const region = useRef<HTMLElement>(null);
  if (!owner || !bans || bans.length === 0) return null;
  return (
    <section
      ref={region}
      tabIndex={-1}
      aria-label={t('people.bans')}
      className="flex flex-col gap-1 border-t border-line pt-3"
    >
      <h3 className="font-medium">{t('people.bans')}</h3>
      <p className="text-xs text-muted">{t('people.bansText')}</p>
      <ul className="flex flex-col gap-0.5">
        {bans.map(({ memberId, name }) => (
          <li key={memberId} className="flex min-h-9 items-center justify-between gap-3">
            <span className="min-w-0 truncate" title={name}>
              {name}
            </span>
            <Button
              size="small"
              look="quiet"
              aria-label={t('people.unbanNamed', { name })}
              onClick={() => {
                // The button goes with the name, and would take the focus with it.
                region.current?.focus();
                void command({ type: 'member:unban', memberId });
              }}
            >
              {t('people.unban')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
