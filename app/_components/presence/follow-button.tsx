'use client';

import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../server/protocol/room';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { cx } from '../ui/cx';
import { IconButton } from '../ui/icon-button';

/** Looks at whatever a member looks at, until this browser looks elsewhere. Nothing for oneself and for who is not here. */
export function FollowButton({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const { store } = useStudio();
  const me = useRoom((state) => state.session?.memberId);
  const here = useRoom((state) => state.presences[member.id] !== undefined);
  const following = useRoom((state) => state.following === member.id);
  if (member.id === me || !here) return null;
  return (
    <IconButton
      label={t(following ? 'presence.unfollow' : 'presence.follow', { name: member.name })}
      aria-pressed={following}
      onClick={() => store.dispatch({ type: 'follow', memberId: following ? null : member.id })}
      className={cx('-my-1', following && 'text-accent!')}
    >
      <Eye aria-hidden />
    </IconButton>
  );
}
