'use client';

import { Popover } from '@base-ui/react/popover';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../_lib/studio-context';
import { MemberList } from './member-list';

const SHOWN = 4;

/** The people who are here, as dots of their colours; opens the list of all. */
export function PeopleButton() {
  const { t } = useTranslation();
  const members = useRoom((state) => state.room?.members) ?? [];
  const here = members.filter((member) => member.online);
  return (
    <Popover.Root>
      <Popover.Trigger
        aria-label={t('people.count', { count: here.length })}
        className="flex h-8 items-center gap-1.5 rounded-lg px-2 hover:bg-raised"
      >
        <span className="flex -space-x-1.5">
          {here.slice(0, SHOWN).map((member) => (
            <span
              key={member.id}
              aria-hidden
              className="flex size-6 items-center justify-center rounded-full text-[0.6875rem] font-semibold text-black ring-2 ring-panel"
              style={{ background: member.colour }}
            >
              {[...member.name][0]?.toUpperCase()}
            </span>
          ))}
        </span>
        {here.length > SHOWN && <span className="text-xs text-muted">+{here.length - SHOWN}</span>}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} className="z-30">
          <Popover.Popup className="max-h-[70dvh] w-80 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-xl bg-raised p-4 shadow-2xl ring-1 ring-line">
            <Popover.Title className="pb-1 font-medium">
              {t('people.count', { count: here.length })}
            </Popover.Title>
            <MemberList />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
