'use client';

import type { MemberId } from '../../../server/protocol/ids';
import { useRoom } from '../../_lib/studio-context';

/** A dot in the colour of a member, before what they did or said; grey where they are not in the room any more. */
export function MemberDot({ memberId }: { readonly memberId: MemberId }) {
  const colour = useRoom(({ room }) => room?.members.find(({ id }) => id === memberId)?.colour);
  return (
    <span
      aria-hidden
      className="mt-1.5 size-2 shrink-0 rounded-full"
      style={{ background: colour ?? 'var(--muted)' }}
    />
  );
}
