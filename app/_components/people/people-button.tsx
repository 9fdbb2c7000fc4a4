'use client';

import { Popover } from '@base-ui/react/popover';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersOf } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { buttonClass } from '../ui/button';
import { useUnseen } from './use-unseen';
import { onDemand } from '../ui/on-demand';

const PeoplePanel = onDemand(() => import('./people-panel').then((module) => module.PeoplePanel));

const SHOWN = 4;

/** The people who are here, as dots of their colours; opens who they are, what they did and what they say. */
export function PeopleButton() {
  const { t } = useTranslation();
  const members = useRoom(membersOf);
  const unseen = useUnseen();
  const [open, setOpen] = useState(false);
  const here = members.filter((member) => member.online);
  const people = t('people.count', { count: here.length });
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next, { reason }) => {
        // It stays beside the picture that is talked about, until it is closed.
        if (next || (reason !== 'outside-press' && reason !== 'focus-out')) setOpen(next);
      }}
    >
      <Popover.Trigger
        aria-label={unseen > 0 ? t('people.unseen', { people, count: unseen }) : people}
        className="relative flex h-8 shrink-0 items-center gap-1.5 rounded-lg px-2 hover:bg-raised"
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
        {unseen > 0 && (
          <span
            aria-hidden
            className="absolute top-0.5 right-0.5 size-2.5 rounded-full bg-accent ring-2 ring-panel"
          />
        )}
      </Popover.Trigger>
      <Popover.Portal>
        {/* Pushed to the edge of the window, over the settings: the picture stays free. */}
        <Popover.Positioner
          align="end"
          alignOffset={-400}
          collisionAvoidance={{ side: 'flip', align: 'shift' }}
          collisionPadding={8}
          sideOffset={8}
          className="z-30"
        >
          <Popover.Popup className="relative flex max-h-[calc(100dvh-5rem)] w-80 max-w-[calc(100vw-1rem)] flex-col rounded-xl bg-raised p-4 shadow-2xl ring-1 ring-line">
            <Popover.Title className="pr-10 pb-3 font-medium">{people}</Popover.Title>
            <Popover.Close
              aria-label={t('people.close')}
              className={buttonClass(
                'quiet',
                'small',
                'absolute top-2.5 right-2.5 w-8 px-0! hover:bg-panel!',
              )}
            >
              <X aria-hidden />
            </Popover.Close>
            <PeoplePanel />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
