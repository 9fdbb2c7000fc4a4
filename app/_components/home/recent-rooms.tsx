'use client';

import { ImageIcon } from 'lucide-react';
import Link from 'next/link';
import { useTranslation } from 'react-i18next';
import { recentRooms } from '../../_lib/api';
import { localeOf, type Language } from '../../_lib/languages';
import { problemText } from '../../_lib/page-problem';
import { roomName } from '../../_lib/room-name';
import { useRequest } from '../../_lib/use-request';

export function RecentRooms() {
  const { t, i18n } = useTranslation();
  const rooms = useRequest(recentRooms);
  if (rooms.kind === 'loading') return null;
  const date = new Intl.DateTimeFormat(localeOf(i18n.language as Language), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <section className="flex flex-col gap-4" aria-labelledby="recent-rooms">
      <h2 id="recent-rooms" className="text-lg font-semibold tracking-tight">
        {t('home.recent')}
      </h2>
      {rooms.kind === 'failed' && <p className="text-danger">{problemText(rooms.problem, t)}</p>}
      {rooms.kind === 'ready' && rooms.value.length === 0 && (
        <p className="text-muted">{t('home.recentEmpty')}</p>
      )}
      {rooms.kind === 'ready' && (
        <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4">
          {rooms.value.map((room) => (
            <li key={room.id}>
              <Link
                href={`/r/${room.id}`}
                // Each of them would be looked up on the server, for one that is opened.
                prefetch={false}
                className="group flex flex-col gap-2 rounded-xl"
              >
                <span className="flex aspect-[4/3] items-center justify-center overflow-hidden rounded-xl bg-wall ring-1 ring-line transition-shadow group-hover:ring-edge">
                  {room.picture ? (
                    <img src={room.picture} alt="" loading="lazy" className="size-full object-cover" />
                  ) : (
                    <ImageIcon aria-label={t('home.noPicture')} className="size-6 text-muted" />
                  )}
                </span>
                <span className="flex flex-col">
                  <span className="truncate font-medium">{roomName(room.title, t)}</span>
                  <span className="truncate text-xs text-muted">
                    {t(`role.${room.role}`)} · {date.format(room.updatedAt)}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
