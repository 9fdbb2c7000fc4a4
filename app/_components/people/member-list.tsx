'use client';

import { Pencil } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberName } from '../../_lib/member-name';
import { isOwner, membersOf } from '../../_lib/room-selectors';
import { useCommand, useRoom } from '../../_lib/studio-context';
import { FollowButton } from '../presence/follow-button';
import { WatchingBadge } from '../presence/watching-badge';
import { cx } from '../ui/cx';
import { IconButton } from '../ui/icon-button';
import { MemberMenu } from './member-menu';
import { MemberQuestion, type Question } from './member-question';
import { NameDialog } from './name-dialog';

/** Who is in the room, those who are here first. */
export function MemberList() {
  const { t } = useTranslation();
  const members = useRoom(membersOf);
  const me = useRoom((state) => state.session?.memberId);
  const owner = useRoom(isOwner);
  const command = useCommand();
  const [renaming, setRenaming] = useState<string | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const sorted = [...members].sort((a, b) => Number(b.online) - Number(a.online));
  // Who is the only owner has nothing to choose: a room always has one.
  const owners = members.filter(({ role }) => role === 'owner').length;

  async function rename(name: string): Promise<void> {
    if (!(await command({ type: 'member:rename', name }))) return;
    rememberName(name);
    setRenaming(null);
  }

  return (
    <>
      <ul ref={list} tabIndex={-1} aria-label={t('room.people')} className="flex flex-col gap-0.5 rounded-md">
        {sorted.map((member) => (
          <li
            key={member.id}
            className={cx('flex min-h-9 items-center gap-2.5', !member.online && 'opacity-60')}
          >
            <span
              aria-hidden
              className="size-3 shrink-0 rounded-full ring-2 ring-panel"
              style={{
                background: member.online ? member.colour : 'transparent',
                boxShadow: `inset 0 0 0 2px ${member.colour}`,
              }}
            />
            <span className="min-w-0 truncate" title={member.name}>
              {member.name}
            </span>
            {member.id === me && <span className="-ml-1.5 shrink-0 text-muted">({t('people.you')})</span>}
            {member.id === me && (
              <IconButton label={t('name.rename')} onClick={() => setRenaming(member.name)} className="-my-1">
                <Pencil aria-hidden />
              </IconButton>
            )}
            <WatchingBadge member={member} />
            <span className="ml-auto shrink-0 pl-3 text-xs text-muted">
              {t(`role.${member.role}`)} · {t(member.online ? 'people.online' : 'people.offline')}
            </span>
            <FollowButton member={member} />
            {owner && (member.id !== me || owners > 1) && (
              <MemberMenu member={member} me={member.id === me} onAsk={setQuestion} />
            )}
          </li>
        ))}
      </ul>
      {question && <MemberQuestion question={question} onClose={() => setQuestion(null)} focusAfter={list} />}
      {renaming !== null && (
        <NameDialog
          title={t('name.rename')}
          action={t('name.save')}
          initial={renaming}
          onName={(name) => void rename(name)}
          onClose={() => setRenaming(null)}
        />
      )}
    </>
  );
}
