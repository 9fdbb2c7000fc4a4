'use client';

import { useTranslation } from 'react-i18next';
import { membersOf } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';

const SHOWN = 12;

/** Who is here, in the colours that their pointers and their marks on the curve have. */
export function ProjectorPeople() {
  const { t } = useTranslation();
  const members = useRoom(membersOf);
  const here = members.filter(({ online }) => online);
  return (
    <section aria-label={t('room.people')}>
      <ul className="flex flex-wrap gap-x-[1em] gap-y-[0.35em]">
        {here.slice(0, SHOWN).map(({ id, name, colour }) => (
          <li key={id} className="flex max-w-full items-center gap-[0.45em]">
            <span aria-hidden className="size-[0.7em] shrink-0 rounded-full" style={{ background: colour }} />
            <span className="min-w-0 truncate">{name}</span>
          </li>
        ))}
        {here.length > SHOWN && (
          <li className="text-muted">{t('projector.more', { count: here.length - SHOWN })}</li>
        )}
      </ul>
    </section>
  );
}
