'use client';

import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../_lib/conversation';
import { formatMoment } from '../../_lib/format';
import { isOwner } from '../../_lib/room-selectors';
import { useCommand, useRoom } from '../../_lib/studio-context';
import { MemberDot } from '../people/member-dot';
import { IconButton } from '../ui/icon-button';
import { MomentLink } from './moment-link';

export function MessageItem({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const command = useCommand();
  const mine = useRoom((state) => state.session?.memberId === message.memberId);
  const owner = useRoom(isOwner);
  const { memberName: name, at, text, moment, number } = message;
  return (
    <li className="flex items-start gap-2.5">
      <MemberDot memberId={message.memberId} />
      <div className="flex min-w-0 grow flex-col gap-0.5">
        <p className="text-xs text-muted">
          <span className="font-medium text-ink">{name}</span>{' '}
          <time dateTime={new Date(at).toISOString()}>{formatMoment(at, new Date())}</time>
        </p>
        <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
        {moment && <MomentLink moment={moment} />}
      </div>
      {(mine || owner) && (
        <IconButton
          label={mine ? t('messages.removeMine') : t('messages.remove', { name })}
          className="-my-1.5 hover:bg-panel!"
          onClick={(event) => {
            // The button goes with the message, and would take the focus with it.
            event.currentTarget.closest<HTMLElement>('[role=log]')?.focus();
            void command({ type: 'message:delete', number });
          }}
        >
          <X aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
